// Shows new blocks in the article with as little change as possible, so that
// images, scroll position and selection stay. Runs in an isolated world: the
// page itself has scripts off, and nothing in it can reach this.
"use strict";
globalThis.preview = (() => {
  const article = () => document.querySelector("body > main > article");

  const element = (html) => {
    const template = document.createElement("template");
    template.innerHTML = html;
    const parts = template.content;
    if (parts.childElementCount === 1) return parts.firstElementChild;
    // Harmless HTML may still be parsed into several elements; a block is one.
    const block = document.createElement("div");
    block.append(parts);
    return block;
  };

  const common = (left, right, limit, same) => {
    let count = 0;
    while (count < limit && same(left(count), right(count))) count += 1;
    return count;
  };

  // Replacing only the characters that differ keeps a selection elsewhere in the text.
  const retype = (node, text) => {
    const old = node.data;
    const limit = Math.min(old.length, text.length);
    const equal = (a, b) => a === b;
    const head = common((i) => old[i], (i) => text[i], limit, equal);
    const tail = common((i) => old[old.length - 1 - i], (i) => text[text.length - 1 - i], limit - head, equal);
    node.replaceData(head, old.length - head - tail, text.slice(head, text.length - tail));
  };

  const redress = (node, fresh) => {
    for (const name of node.getAttributeNames()) {
      if (name !== "data-line" && !fresh.hasAttribute(name)) node.removeAttribute(name);
    }
    for (const name of fresh.getAttributeNames()) {
      const value = fresh.getAttribute(name);
      if (node.getAttribute(name) !== value) node.setAttribute(name, value);
    }
  };

  const morphChildren = (node, fresh) => {
    const old = [...node.childNodes];
    const wanted = [...fresh.childNodes];
    const limit = Math.min(old.length, wanted.length);
    const equal = (a, b) => a.isEqualNode(b);
    const head = common((i) => old[i], (i) => wanted[i], limit, equal);
    const tail = common((i) => old[old.length - 1 - i], (i) => wanted[wanted.length - 1 - i], limit - head, equal);
    swap(node, old.slice(head, old.length - tail), wanted.slice(head, wanted.length - tail));
  };

  // Pairs are made alike, what is over is removed, what is missing is added behind them.
  const swap = (parent, old, wanted) => {
    const pairs = Math.min(old.length, wanted.length);
    const behind = old.length ? old[old.length - 1].nextSibling : null;
    for (let i = 0; i < pairs; i += 1) morph(old[i], wanted[i]);
    for (const node of old.slice(pairs)) node.remove();
    const before = old.length || !pairs ? behind : null;
    for (const node of wanted.slice(pairs)) parent.insertBefore(node, before);
  };

  const morph = (node, fresh) => {
    if (node.isEqualNode(fresh)) return;
    if (node.nodeType !== fresh.nodeType || node.nodeName !== fresh.nodeName) {
      node.replaceWith(fresh);
    } else if (node.nodeType === Node.TEXT_NODE) {
      retype(node, fresh.data);
    } else {
      redress(node, fresh);
      morphChildren(node, fresh);
    }
  };

  // Lines by the places of their blocks; 0 is unknown.
  const number = (lines) => {
    places.forget();
    const blocks = article().children;
    for (const [at, line] of lines) {
      if (line) blocks[at].setAttribute("data-line", line);
      else blocks[at].removeAttribute("data-line");
    }
  };

  // What stands behind typed lines has only moved.
  const move = (first, shift) => {
    if (!shift) return;
    for (const block of [...article().children].slice(first)) {
      const line = block.getAttribute("data-line");
      if (line) block.setAttribute("data-line", Number(line) + shift);
    }
  };

  const patch = ({ start, removed, html, shift, lines }) => {
    const home = article();
    const blocks = [...home.children];
    const wanted = html.map(element);
    const pairs = Math.min(removed, wanted.length);
    for (let i = 0; i < pairs; i += 1) morph(blocks[start + i], wanted[i]);
    for (const block of blocks.slice(start + pairs, start + removed)) block.remove();
    const before = blocks[start + removed] ?? null;
    for (const block of wanted.slice(pairs)) home.insertBefore(block, before);
    move(start + wanted.length, shift);
    number(lines);
    return home.children.length;
  };

  const show = ({ html, lines, top }) => {
    article().replaceChildren(...html.map(element));
    number(lines);
    scrollTo(0, top);
    return article().children.length;
  };

  const dress = (theme) => {
    document.documentElement.dataset.theme = theme;
  };

  return { patch, show, dress };
})();
