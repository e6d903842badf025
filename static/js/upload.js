// The form of upload: files dropped anywhere on it are chosen, those chosen are listed, those too large are named
// before they are sent. Without this script the form works the same, with its button alone.
const zone = document.querySelector("[data-drop]");
const input = zone.querySelector("input[type=file]");
const list = zone.querySelector("[data-chosen]");
const limit = Number(zone.dataset.maxBytes);
const megabytes = (bytes) => Math.max(bytes / 1048576, 0.1).toLocaleString("fr", { maximumFractionDigits: 1 });

function show() {
  list.replaceChildren(...Array.from(input.files, (file) => {
    const line = document.createElement("li");
    line.textContent = `${file.name}, ${megabytes(file.size)}\u00a0Mo`;
    if (file.size > limit) {
      line.textContent += `\u202f: trop gros, il sera refusé (limite\u202f: ${megabytes(limit)}\u00a0Mo)`;
      line.className = "desk-no";
    }
    return line;
  }));
}

function highlight(event) {
  event.preventDefault();
  zone.classList.toggle("desk-drop--over", event.type === "dragover");
}

zone.querySelector("[data-hint]").hidden = false;
input.addEventListener("change", show);
for (const type of ["dragover", "dragleave", "drop"]) zone.addEventListener(type, highlight);
zone.addEventListener("drop", (event) => {
  input.files = event.dataTransfer.files;
  show();
});
