// What is wrong with a page as a reader sees it: texts that overlap, are cut off, stick out, are too small or too faint.
// look(frame, label, least) answers a list of {what, text, more}; `least` is the smallest size of letters in px.
"use strict";

const LEAST_CONTRAST = 4.5;
const SHAPES = "rect,circle,ellipse,path,polygon,polyline";

// ---------------------------------------------------------------- colours

function rgba(text) {
  const numbers = (text.match(/-?[\d.]+(?:e-?\d+)?/g) || []).map(Number);
  if (!/^rgba?\(/.test(text) || numbers.length < 3) return [0, 0, 0, 0];
  return [numbers[0], numbers[1], numbers[2], numbers.length > 3 ? numbers[3] : 1];
}

const over = (top, below) => [0, 1, 2].map((k) => top[k] * top[3] + below[k] * (1 - top[3])).concat(1);

// Relative luminance and contrast as WCAG 2 defines them.
function luminance(colour) {
  const [r, g, b] = colour.slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

// ---------------------------------------------------------------- what is shown

function opacityOf(element, win) {
  let product = 1;
  for (let one = element; one; one = one.parentElement) product *= Number(win.getComputedStyle(one).opacity);
  return product;
}

// The page's own colours under an element, painted from the outside in.
function paper(element, win) {
  const chain = [];
  for (let one = element; one; one = one.parentElement) chain.unshift(one);
  return chain.reduce((below, one) => {
    const own = rgba(win.getComputedStyle(one).backgroundColor);
    return over([own[0], own[1], own[2], own[3] * opacityOf(one, win)], below);
  }, [255, 255, 255, 1]);
}

// Is a point of the window inside the filled (or stroked) part of a shape?
function paintedAt(shape, x, y, win) {
  const matrix = shape.getScreenCTM();
  if (!matrix) return null;
  const point = new win.DOMPoint(x, y).matrixTransform(matrix.inverse());
  const style = win.getComputedStyle(shape);
  const strength = opacityOf(shape, win);
  for (const [paint, kind, inside] of [
    [style.stroke, style.strokeOpacity, () => shape.isPointInStroke(point)],
    [style.fill, style.fillOpacity, () => shape.isPointInFill(point)],
  ]) {
    const colour = rgba(paint);
    if (paint !== "none" && colour[3] > 0 && inside()) {
      return [colour[0], colour[1], colour[2], colour[3] * Number(kind) * strength];
    }
  }
  return null;
}

// The part of a line box where ink is; letters do not reach its corners.
function inkOf(box) {
  const dx = Math.min(1, box.width * 0.08);
  const dy = box.height * 0.22;
  return { left: box.left + dx, right: box.right - dx, top: box.top + dy, bottom: box.bottom - dy };
}

const SAMPLES = [0.04, 0.28, 0.5, 0.72, 0.96].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y]));

function textsOf(doc) {
  const win = doc.defaultView;
  const walker = doc.createTreeWalker(doc.body, win.NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("script,style,title,desc,noscript")) continue;
    if (!parent.checkVisibility()) continue; // what a closed <details> holds has boxes too
    const style = win.getComputedStyle(parent);
    if (style.visibility !== "visible" || style.display === "none") continue;
    const range = doc.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0.5 && box.height > 0.5);
    if (boxes.length) texts.push({ node, parent, style, boxes, text: node.data.trim().replace(/\s+/g, " ") });
  }
  return texts;
}

// ---------------------------------------------------------------- the questions

function overlaps(texts) {
  const boxes = texts.flatMap((one, owner) => one.boxes.map((box) => ({ ...inkOf(box), owner })));
  boxes.sort((a, b) => a.top - b.top);
  const found = [];
  const told = new Set();
  boxes.forEach((one, k) => {
    for (let n = k + 1; n < boxes.length && boxes[n].top < one.bottom; n++) {
      const other = boxes[n];
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      const pair = [one.owner, other.owner].sort((a, b) => a - b).join();
      if (one.owner === other.owner || wide < 1 || high < 1 || told.has(pair)) continue;
      told.add(pair);
      found.push({ what: "overlap", text: texts[one.owner].text, more: texts[other.owner].text });
    }
  });
  return found;
}

// The nearest ancestor that lays its content out as a block of its own.
function blockOf(element, win) {
  let one = element;
  while (one.parentElement && /^(inline|contents)$/.test(win.getComputedStyle(one).display)) one = one.parentElement;
  return one;
}

function cuts(texts, doc) {
  const win = doc.defaultView;
  const page = doc.documentElement;
  const found = [];
  if (page.scrollWidth > page.clientWidth) {
    found.push({ what: "page is wider than the window", text: "", more: `${page.scrollWidth} > ${page.clientWidth} px` });
  }
  for (const { parent, boxes, text, style } of texts) {
    const left = Math.min(...boxes.map((box) => box.left));
    const right = Math.max(...boxes.map((box) => box.right));
    const top = Math.min(...boxes.map((box) => inkOf(box).top));
    const bottom = Math.max(...boxes.map((box) => inkOf(box).bottom));
    if (style.textOverflow === "ellipsis" && parent.scrollWidth > parent.clientWidth) {
      found.push({ what: "cut off", text, more: "text-overflow" });
      continue;
    }
    let scrolls = false;
    let cut = "";
    if (!parent.closest("svg")) {
      const box = blockOf(parent, win).getBoundingClientRect();
      if (left < box.left - 1 || right > box.right + 1) cut = "sticks out of its own box";
    }
    for (let one = parent; one && !cut; one = one.parentElement) {
      const look = win.getComputedStyle(one);
      const box = one.getBoundingClientRect();
      if (one.tagName === "svg" && look.overflow !== "visible") {
        if (left < box.left - 0.5 || right > box.right + 0.5 || top < box.top - 0.5 || bottom > box.bottom + 0.5) {
          cut = "outside its picture";
        }
      } else if (one !== page && one !== doc.body) {
        if (/auto|scroll/.test(look.overflowX) && one.scrollWidth > one.clientWidth) scrolls = true;
        if (/hidden|clip/.test(look.overflowX) && (left < box.left - 1 || right > box.right + 1)) cut = "cut off by its box";
        if (/hidden|clip/.test(look.overflowY) && (top < box.top - 1 || bottom > box.bottom + 1)) cut = "cut off by its box";
      }
    }
    if (!cut && !scrolls && (left < -1 || right > page.clientWidth + 1)) cut = "beyond the window, and nothing scrolls there";
    if (cut) found.push({ what: "cut off", text, more: cut });
  }
  return found;
}

// A short word or a time that is torn apart over two lines: its column is too narrow to be read.
function torn(texts, doc) {
  const found = [];
  const range = doc.createRange();
  for (const { node, boxes, text } of texts) {
    if (boxes.length < 2) continue;
    for (const word of node.data.matchAll(/[A-Za-z0-9:.]+/g)) {
      if (word[0].length < 2 || word[0].length > 14) continue;
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = [...range.getClientRects()].filter((box) => box.width > 0.5);
      if (lines.length > 1 && lines[lines.length - 1].top > lines[0].top + 2) {
        found.push({ what: "torn apart", text, more: word[0] });
        break;
      }
    }
  }
  return found;
}

function scaleOf(element) {
  if (!element.closest("svg")) return 1;
  const matrix = element.getScreenCTM();
  return matrix ? Math.hypot(matrix.a, matrix.b) : 1;
}

function small(texts, least) {
  return texts
    .map((one) => ({ one, size: parseFloat(one.style.fontSize) * scaleOf(one.parent) }))
    .filter(({ size }) => size < least - 0.01)
    .map(({ one, size }) => ({ what: "too small", text: one.text, more: `${size.toFixed(1)} px` }));
}

function faint(texts, doc) {
  const win = doc.defaultView;
  const pictures = new Map();
  const papers = new Map();
  const found = [];
  for (const { parent, style, boxes, text } of texts) {
    if (!papers.has(parent)) papers.set(parent, paper(parent, win));
    const below = papers.get(parent);
    const picture = parent.closest("svg");
    const ink = rgba(picture ? style.fill : style.color);
    ink[3] *= opacityOf(parent, win);
    let worst = { value: 99 };
    const compare = (under) => {
      const value = contrast(over(ink, under), under);
      if (value < worst.value) worst = { value, under };
    };
    if (!picture) {
      compare(below);
    } else {
      if (!pictures.has(picture)) {
        const shapes = [...picture.querySelectorAll(SHAPES)].filter((one) => !one.closest("defs,clipPath,mask"));
        pictures.set(picture, shapes.map((shape) => ({ shape, box: shape.getBoundingClientRect() })));
      }
      const box = inkOf(boxes[0]);
      const near = pictures.get(picture).filter(
        ({ box: own }) => own.left - 2 <= box.right && own.right + 2 >= box.left && own.top - 2 <= box.bottom && own.bottom + 2 >= box.top,
      );
      let covered = 0;
      for (const [u, v] of SAMPLES) {
        const x = box.left + u * (box.right - box.left);
        const y = box.top + v * (box.bottom - box.top);
        let under = below;
        let hidden = false;
        for (const { shape } of near) {
          const paint = paintedAt(shape, x, y, win);
          if (!paint) continue;
          if (shape.compareDocumentPosition(parent) & win.Node.DOCUMENT_POSITION_FOLLOWING) under = over(paint, under);
          else hidden = true;
        }
        covered += hidden;
        compare(under);
      }
      if (covered) found.push({ what: "covered by a shape", text, more: `${covered} of ${SAMPLES.length} points` });
    }
    if (worst.value < LEAST_CONTRAST) {
      found.push({ what: "too faint", text, more: `${worst.value.toFixed(2)} : 1 on rgb(${worst.under.slice(0, 3).map(Math.round)})` });
    }
  }
  return found;
}

// The style sheet as paper has it.
function toPrint(doc) {
  for (const sheet of doc.styleSheets) {
    const walk = (rules) => {
      for (const rule of rules) {
        if (rule.media) {
          const kind = rule.media.mediaText;
          if (/\bprint\b/.test(kind)) rule.media.mediaText = kind.replace(/\bprint\b/, "all");
          else if (/\bscreen\b/.test(kind)) rule.media.mediaText = "not all";
        }
        if (rule.cssRules) walk(rule.cssRules);
      }
    };
    walk(sheet.cssRules);
  }
}

function look(frame, mode) {
  const doc = frame.contentDocument;
  const folded = [];
  if (mode.print) {
    toPrint(doc);
    for (const one of doc.querySelectorAll("details:not([open])")) {
      folded.push({ what: "folded away", text: one.textContent.trim(), more: "a closed <details> is not printed" });
    }
  } else {
    for (const box of doc.querySelectorAll(".day > input")) box.checked = true;
    for (const one of doc.querySelectorAll("details")) one.open = true;
  }
  const texts = textsOf(doc);
  const days = [...doc.querySelectorAll(".day")].map((day) => ({
    title: day.querySelector("label").textContent.trim(),
    shown: texts.some((one) => day.contains(one.node) && !one.parent.closest("label")),
  }));
  return {
    mode: mode.name,
    width: doc.documentElement.clientWidth,
    texts: texts.length,
    days,
    faults: [...folded, ...overlaps(texts), ...cuts(texts, doc), ...torn(texts, doc), ...small(texts, mode.least), ...faint(texts, doc)],
  };
}
