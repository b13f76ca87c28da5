import { drawn, element, several, watch } from "/class/files/class.js";

function bar(solved, tried, all) {
  const made = drawn("svg", { class: "bar", viewBox: "0 0 100 10", preserveAspectRatio: "none" });
  const width = (count) => (100 * count) / Math.max(all, 1);
  made.append(
    drawn("rect", { class: "begun", width: width(tried), height: 10 }),
    drawn("rect", { class: "done", width: width(solved), height: 10 }),
  );
  made.setAttribute("aria-hidden", "true");
  return made;
}

function helped({ hints, solutions }) {
  const found = hints.map((count, place) => count && `hint ${place + 1}: ${count}`).filter(Boolean);
  return [...found, solutions && `solution: ${solutions}`].filter(Boolean).join(" · ");
}

function row(line, learners) {
  const made = element("tr", "");
  const title = element("td", "", `${line.id} · ${line.title}`);
  if (line.names.length) title.append(element("span", "names", line.names.join(", ")));
  const drawing = element("td", "");
  drawing.append(bar(line.solved, line.tried, learners));
  const rest = line.tried - line.solved;
  const count = `${line.solved} solved${rest ? `, ${rest} trying` : ""}`;
  made.append(title, drawing, element("td", "count", count), element("td", "hints", helped(line)));
  return made;
}

function table(lines, learners) {
  const made = element("table", "");
  const head = element("tr", "");
  for (const text of ["exercise", `of ${learners}`, "checked", "help taken"]) {
    head.append(element("th", "", text));
  }
  made.append(head, ...lines.map((line) => row(line, learners)));
  return made;
}

watch("/class/board/events", ({ board, learners }) => {
  document.getElementById("joined").textContent = several(learners, "person", "people") + " joined";
  document.getElementById("empty").hidden = board.length > 0;
  const notebooks = [...new Set(board.map((line) => line.notebook))];
  const parts = notebooks.flatMap((notebook) => [
    element("h2", "", notebook),
    table(board.filter((line) => line.notebook === notebook), learners),
  ]);
  document.getElementById("board").replaceChildren(...parts);
});
