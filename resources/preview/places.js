// Which line of the body stands where on the page, and which field of the front
// matter. Runs beside patch.js, out of the page's reach.
"use strict";
globalThis.places = (() => {
  const MARGIN = 14;
  let known = null;

  const lineOf = (node) => {
    const block = node.closest("[data-line]");
    if (!block) return 0;
    const inner = node.closest("[data-offset]");
    const offset = inner && block.contains(inner) ? Number(inner.dataset.offset) : 0;
    return Number(block.dataset.line) + offset;
  };

  // Elements in the order of the page, each with a later line than the one before.
  const anchors = () => {
    if (known) return known;
    known = [];
    let last = 0;
    for (const node of document.querySelectorAll("article [data-line], article [data-offset]")) {
      const line = lineOf(node);
      if (line > last) {
        known.push({ node, line });
        last = line;
      }
    }
    return known;
  };

  const top = (anchor) => anchor.node.getBoundingClientRect().top + scrollY;

  // The last anchor for which `before` holds; -1 if none.
  const last = (all, before) => {
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(all[middle])) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  const between = (value, from, to) => (to > from ? Math.min(Math.max((value - from) / (to - from), 0), 1) : 0);

  // How far down the page a line, or a part of one, stands.
  const heightOf = (line) => {
    const all = anchors();
    const at = last(all, (anchor) => anchor.line <= line);
    if (at < 0) return 0;
    const from = top(all[at]);
    if (at + 1 === all.length) return from;
    return from + between(line, all[at].line, all[at + 1].line) * (top(all[at + 1]) - from);
  };

  // The line, with its part, at the upper edge of the view; 0 above the body.
  const lineAtTop = () => {
    const all = anchors();
    const edge = scrollY + MARGIN;
    const at = last(all, (anchor) => top(anchor) <= edge);
    if (at < 0) return 0;
    if (at + 1 === all.length) return all[at].line;
    const share = between(edge, top(all[at]), top(all[at + 1]));
    return all[at].line + share * (all[at + 1].line - all[at].line);
  };

  const follow = (line) => scrollTo(0, line <= 1 ? 0 : heightOf(line) - MARGIN);

  const bringIntoView = (height, size) => {
    const seen = height >= scrollY && height + Math.min(size, 24) <= scrollY + innerHeight;
    if (!seen) scrollTo(0, height - innerHeight / 3);
  };

  const reveal = (line) => bringIntoView(heightOf(line), 24);

  const revealField = (name) => {
    const found = [...document.querySelectorAll("[data-field]")].find((node) => node.dataset.field === name);
    if (found) bringIntoView(found.getBoundingClientRect().top + scrollY, found.offsetHeight);
    return Boolean(found);
  };

  // What stands at a point of the view: a field, or a line; nothing on a link.
  // A double click has selected a word; a click that ends a selection means that.
  const placeAt = (x, y, twice) => {
    const found = document.elementFromPoint(x, y);
    if (!found || found.closest("a, summary") || (!twice && String(getSelection()))) return null;
    const field = found.closest("[data-field]");
    return field ? { field: field.dataset.field, line: 0 } : { field: "", line: lineOf(found) };
  };

  const forget = () => {
    known = null;
  };

  return { follow, reveal, revealField, lineAtTop, placeAt, forget };
})();
