// What the pages share. Whatever a learner wrote reaches a page as text alone.

export const codeOfPage = () => location.hash.slice(1);

export async function joinLine(code) {
  const hello = await (await fetch("/class/hello")).json();
  return `room = join("${hello.class}", "${code}")`;
}

export function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

export function drawn(name, attributes, text = "") {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

export const several = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

// Calls `show` with all that is known, at each change; and says what the room should know.
export function watch(address, show) {
  const known = {};
  const note = document.getElementById("note");
  const say = (text) => {
    note.textContent = text;
    note.hidden = !text;
    note.parentElement.classList.toggle("noted", Boolean(text));
  };
  const source = new EventSource(address);
  source.onmessage = (message) => {
    const { posts, ...changed } = JSON.parse(message.data);
    known.posts = { ...known.posts, ...posts };
    Object.assign(known, changed);
    if (known.order) known.posts = Object.fromEntries(known.order.map((id) => [id, known.posts[id]]));
    say(known.frozen ? "The class is frozen for a moment: reading works, writing waits." : "");
    show(known);
    if (known.ended) {
      source.close();
      say("The class is over.");
    }
  };
  source.onerror = () => known.ended || say("No connection to the class. Trying again …");
}
