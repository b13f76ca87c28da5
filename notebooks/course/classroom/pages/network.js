// Who follows whom, as circles and arrows. Circles push each other away, and arrows pull.
import { drawn, several } from "/class/files/class.js";

const SIZE = 1000;
const MARGIN = 70;
const SETTLED = 0.4; // less movement in one step than this: the drawing stays as it is
const NAMES_OF_ALL = 12; // with more people, only those with most followers are named
const NAMED = 8;
const LETTER = 34;

export class Network {
  constructor(svg) {
    this.svg = svg;
    this.nodes = new Map();
    this.edges = [];
    this.moving = false;
  }

  show(people, follows) {
    const ids = Object.keys(people);
    const nodes = new Map(ids.map((id, place) => [id, this.nodes.get(id) ?? this.placed(place)]));
    for (const [id, node] of nodes) Object.assign(node, { id, name: people[id], followers: 0 });
    const edges = follows.map(([from, to]) => [nodes.get(String(from)), nodes.get(String(to))]);
    for (const [, to] of edges) to.followers += 1;
    this.nodes = nodes;
    this.edges = edges;
    this.heat = 1;
    this.ranked = [...nodes.values()].sort((a, b) => b.followers - a.followers);
    this.draw();
    this.move();
  }

  // A spiral from the middle: the same people get the same places at every start.
  placed(place) {
    const angle = place * 2.4;
    const distance = 60 * Math.sqrt(place);
    return { x: SIZE / 2 + distance * Math.cos(angle), y: SIZE / 2 + distance * Math.sin(angle) };
  }

  inWords() {
    const most = this.ranked.filter((node) => node.followers).slice(0, 3);
    const named = most.map((node) => `${node.name} (${node.followers})`).join(", ");
    const counted = several(this.edges.length, "follow");
    return named ? `${counted}. Most followers: ${named}` : "Nobody follows anybody yet.";
  }

  move() {
    if (this.moving) return;
    this.moving = true;
    const step = () => {
      const moved = this.step();
      this.place();
      this.moving = moved > SETTLED && this.heat > 0.02;
      if (this.moving) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  step() {
    const nodes = [...this.nodes.values()];
    const ideal = (SIZE - 2 * MARGIN) / Math.sqrt(nodes.length + 1);
    for (const node of nodes) {
      node.dx = (SIZE / 2 - node.x) * 0.06;
      node.dy = (SIZE / 2 - node.y) * 0.06;
      for (const other of nodes) push(node, other, ideal);
    }
    for (const [from, to] of this.edges) pull(from, to, ideal);
    let most = 0;
    for (const node of nodes) {
      const far = Math.hypot(node.dx, node.dy);
      const scale = far ? Math.min(far, 30 * this.heat) / far : 0;
      node.x = within(node.x + node.dx * scale);
      node.y = within(node.y + node.dy * scale);
      most = Math.max(most, far * scale);
    }
    this.heat *= 0.985;
    return most;
  }

  draw() {
    const label = this.nodes.size <= NAMES_OF_ALL ? this.nodes.size : NAMED;
    const named = new Set(this.ranked.slice(0, label));
    for (const edge of this.edges) edge.line = drawn("path", { class: "edge" });
    for (const edge of this.edges) edge.tip = drawn("path", { class: "tip", d: "M0 0 -14 6 -14 -6Z" });
    for (const node of this.nodes.values()) {
      node.radius = Math.min(42, 12 + 4 * Math.sqrt(node.followers) + 60 / (this.nodes.size + 2));
      node.circle = drawn("circle", { class: "node", r: node.radius });
      node.label = named.has(node)
        ? drawn("text", { class: "label", "font-size": LETTER }, node.name)
        : null;
    }
    const all = [...this.nodes.values()];
    this.svg.replaceChildren(
      drawn("title", {}, `${several(all.length, "person", "people")}. ${this.inWords()}`),
      ...this.edges.flatMap((edge) => [edge.line, edge.tip]),
      ...all.map((node) => node.circle),
      ...all.map((node) => node.label).filter(Boolean),
    );
    this.place();
  }

  place() {
    const taken = [];
    for (const node of this.ranked) {
      node.circle.setAttribute("cx", node.x);
      node.circle.setAttribute("cy", node.y);
      if (node.label) placeLabel(node, taken);
    }
    for (const edge of this.edges) placeArrow(edge);
  }
}

const within = (value) => Math.min(Math.max(value, MARGIN), SIZE - MARGIN);

function push(node, other, ideal) {
  if (node === other) return;
  const x = node.x - other.x || 1;
  const y = node.y - other.y || 1;
  const force = (ideal * ideal) / (x * x + y * y) / 35;
  node.dx += x * force;
  node.dy += y * force;
}

function pull(from, to, ideal) {
  const x = to.x - from.x;
  const y = to.y - from.y;
  const force = (Math.hypot(x, y) / ideal) * 0.004;
  from.dx += x * force;
  from.dy += y * force;
  to.dx -= x * force;
  to.dy -= y * force;
}

// Above the circle, else below it; where other names are in both places, it's left out.
function placeLabel({ label, name, x, y, radius }, taken) {
  const width = 0.64 * LETTER * name.length;
  const middle = Math.min(Math.max(x, width / 2), SIZE - width / 2);
  const lines = [y - radius - 8, y + radius + LETTER];
  const line = lines.find((each) => !taken.some((other) => overlaps(other, middle, each, width)));
  label.setAttribute("visibility", line === undefined ? "hidden" : "visible");
  if (line === undefined) return;
  taken.push({ middle, line, width });
  label.setAttribute("x", middle);
  label.setAttribute("y", line);
}

const overlaps = (other, middle, line, width) =>
  Math.abs(other.line - line) < LETTER &&
  Math.abs(other.middle - middle) < (other.width + width) / 2;

function placeArrow(edge) {
  const [from, to] = edge;
  const x = to.x - from.x;
  const y = to.y - from.y;
  const far = Math.hypot(x, y) || 1;
  const end = { x: to.x - (x / far) * to.radius, y: to.y - (y / far) * to.radius };
  const angle = (Math.atan2(y, x) * 180) / Math.PI;
  edge.line.setAttribute("d", `M${from.x} ${from.y} ${end.x} ${end.y}`);
  edge.tip.setAttribute("transform", `translate(${end.x} ${end.y}) rotate(${angle})`);
}
