// The review of an act with the keyboard and the pointer. Every page works without this file: forms post, links lead on.
"use strict";

(() => {
  document.documentElement.classList.add("scripted");

  // ---- what was not saved is said -----------------------------------------------------------------------------------

  const say = (text) => {
    const said = document.getElementById("said");
    if (said) said.textContent = text;
  };
  for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(failure, () => say("Rien n’a été enregistré\u202f: le site n’a pas répondu. Réessayez dans un instant."));
  }
  // A session that ended answers with the page of the login: it must not take the place of a row.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (!event.detail.xhr.responseURL.includes("/login/")) return;
    event.detail.shouldSwap = false;
    say("Rien n’a été enregistré\u202f: vous êtes déconnecté. Reconnectez-vous dans un autre onglet, puis enregistrez de nouveau.");
  });
  window.addEventListener("beforeunload", (event) => {
    const unsaved = [...document.querySelectorAll(".desk-cell")].some((cell) => cell.value !== cell.defaultValue);
    if (unsaved) event.preventDefault();
  });

  // ---- doubtful rows, one card each ------------------------------------------------------------------------------

  const cards = () => [...document.querySelectorAll(".desk-card:not(.desk-card--seen)")];
  const firstControl = (card) => card.querySelector("[aria-invalid=true]") || card.querySelector(".desk-fields input:not([type=hidden])") || card.querySelector("button, a") || card;

  // What a card asks for is said on its button: nothing changed, or something to save.
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    const button = form && form.querySelector("[data-changed]");
    if (!button) return;
    const changed = [...form.elements].some((field) => field.value !== field.defaultValue && field.name);
    button.textContent = changed ? button.dataset.changed : button.dataset.same;
  });

  // After a row was looked at, the next one has the focus, or the way on after the last: it is never searched for.
  document.addEventListener("htmx:afterSettle", (event) => {
    const target = event.detail.target;
    const line = target && target.id && target.matches(".desk-card") ? target.id : "";
    if (!line) return;
    const card = document.getElementById(line);
    if (!card) return;
    const following = cards().filter((other) => card.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
    const next = card.matches(".desk-card--seen") ? following[0] : card;
    const goal = next ? firstControl(next) : document.querySelector("#suivantes a, #suite a") || card.querySelector("a");
    if (goal) goal.focus();
    if (next) next.scrollIntoView({ block: "nearest" });
  });

  const moveCard = (event) => {
    const all = cards();
    const other = all[all.indexOf(event.target.closest(".desk-card")) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!other) return;
    const field = event.target.dataset.field;
    ((field && other.querySelector(`[data-field="${field}"]`)) || firstControl(other)).focus();
    event.preventDefault();
  };

  // ---- the whole table, cell by cell -------------------------------------------------------------------------------

  const save = (cell) => {
    if (cell.value === cell.defaultValue) return;
    cell.form.requestSubmit();
  };

  // A row whose cells were taken holds them as what Escape gives back.
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt;
    if (!form.matches || !form.matches("form[id^=form-]") || !event.detail.successful || event.detail.xhr.responseURL.includes("/login/")) return;
    for (const cell of form.elements) {
      if (!cell.matches(".desk-cell")) continue;
      const said = document.getElementById(`dit-${cell.id}`);
      const refused = Boolean(said && said.querySelector("[role=alert]"));
      if (refused) cell.setAttribute("aria-invalid", "true");
      else {
        cell.removeAttribute("aria-invalid");
        cell.defaultValue = cell.value;
      }
    }
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches(".desk-cell")) save(event.target);
  });

  const neighbour = (cell, step) => {
    const column = [...document.querySelectorAll(`.desk-cell[data-column="${cell.dataset.column}"]`)];
    return column[column.indexOf(cell) + step];
  };
  const beside = (cell, step) => {
    const row = [...cell.closest("tr").querySelectorAll(".desk-cell")];
    return row[row.indexOf(cell) + step];
  };
  const enter = (event, cell) => {
    if (!cell) return;
    event.preventDefault();
    cell.focus();
    cell.select();
  };

  const inTable = (event) => {
    const cell = event.target;
    const single = !cell.value.includes("\n") && cell.scrollHeight <= cell.clientHeight + 2;
    const whole = cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
    const at = (end) => cell.selectionStart === cell.selectionEnd && cell.selectionStart === end;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      const next = neighbour(cell, 1);
      if (next) enter(event, next);
      else save(cell);
    } else if (event.key === "ArrowDown" && (single || whole || at(cell.value.length))) enter(event, neighbour(cell, 1));
    else if (event.key === "ArrowUp" && (single || whole || at(0))) enter(event, neighbour(cell, -1));
    else if (event.key === "ArrowRight" && (whole || at(cell.value.length))) enter(event, beside(cell, 1));
    else if (event.key === "ArrowLeft" && (whole || at(0))) enter(event, beside(cell, -1));
  };

  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && target.matches(".desk-cell, .desk-fields input")) {
      target.value = target.defaultValue;
      target.dispatchEvent(new Event("input", { bubbles: true }));
      return;
    }
    if (target.matches(".desk-cell")) inTable(event);
    else if (["ArrowDown", "ArrowUp"].includes(event.key) && target.matches(".desk-card .desk-fields input:not([list])")) moveCard(event);
  });

  // The printed page follows the row that has the focus.
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest("tr[data-frame]");
    if (!row) return;
    const frame = document.getElementById(row.dataset.frame);
    if (!frame) return;
    for (const other of document.querySelectorAll(".desk-frame--chosen")) other.classList.remove("desk-frame--chosen");
    frame.classList.add("desk-frame--chosen");
    const view = frame.closest(".desk-window");
    const inside = frame.getBoundingClientRect();
    const around = view.getBoundingClientRect();
    view.scrollTop += inside.top - around.top - around.height / 3;
  });

  // ---- a box drawn on the page ----------------------------------------------------------------------------------------

  const sheet = document.querySelector("[data-draw]");
  const form = document.getElementById("zone");
  if (sheet && form) {
    const frame = sheet.querySelector("rect");
    const place = (event) => {
      const box = sheet.getBoundingClientRect();
      const within = (value) => Math.min(1, Math.max(0, value));
      return [within((event.clientX - box.left) / box.width), within((event.clientY - box.top) / box.height)];
    };
    const show = (x0, y0, x1, y1) => {
      for (const [name, value] of Object.entries({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 })) frame.setAttribute(name, value);
    };
    let start = null;
    sheet.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      start = place(event);
      sheet.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    sheet.addEventListener("pointermove", (event) => {
      if (!start) return;
      const [x, y] = place(event);
      const sides = { x0: Math.min(x, start[0]), y0: Math.min(y, start[1]), x1: Math.max(x, start[0]), y1: Math.max(y, start[1]) };
      show(sides.x0, sides.y0, sides.x1, sides.y1);
      for (const [side, value] of Object.entries(sides)) form.elements[side].value = (100 * value).toFixed(2).replace(".", ",");
    });
    sheet.addEventListener("pointerup", () => {
      if (start) form.querySelector("button").focus();
      start = null;
    });
    form.addEventListener("input", () => {
      const sides = ["x0", "y0", "x1", "y1"].map((side) => parseFloat(form.elements[side].value.replace(",", ".")) / 100);
      if (sides.every(Number.isFinite) && sides[2] > sides[0] && sides[3] > sides[1]) show(...sides);
    });
  }
})();
