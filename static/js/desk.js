// The review of an act with the keyboard. Every page works without this file: forms post, links lead on.
"use strict";

(() => {
  const cards = () => [...document.querySelectorAll(".desk-card:not(.desk-card--seen)")];
  const firstControl = (card) => card.querySelector("input:not([type=hidden]), textarea, button") || card;

  // After a row was looked at, the next one has the focus: what is to do next is never searched for.
  document.addEventListener("htmx:afterSettle", (event) => {
    const done = event.target.closest(".desk-card");
    if (!done || document.activeElement !== document.body) return;
    const next = done.matches(".desk-card--seen") ? cards().find((card) => done.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING) : done;
    if (next) firstControl(next).focus();
  });

  document.addEventListener("keydown", (event) => {
    const card = event.target.closest(".desk-card");
    if (!card || !["ArrowDown", "ArrowUp"].includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target.matches("select, [list]")) return;
    const all = cards();
    const other = all[all.indexOf(card) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!other) return;
    const name = event.target.dataset.field;
    const same = name && other.querySelector(`[data-field="${name}"]`);
    (same || firstControl(other)).focus();
    event.preventDefault();
  });
})();
