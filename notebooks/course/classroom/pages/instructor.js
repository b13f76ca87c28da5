import { element, several } from "/class/files/class.js";

const byId = (id) => document.getElementById(id);
const EVERY = 2000; // milliseconds
let secret = location.hash.slice(1) || sessionStorage.getItem("secret") || "";
let ended = false;
let shown = "";
history.replaceState(null, "", location.pathname); // the secret isn't for those who look on

function say(text) {
  byId("note").textContent = text;
  byId("note").hidden = !text;
}

async function call(method, path) {
  const headers = { Authorization: `Bearer ${secret}` };
  const answer = await fetch(`/class/instructor/${path}`, { method, headers });
  if (!answer.ok) throw new Error((await answer.json()).detail);
  return answer;
}

async function act(path) {
  try {
    await call("POST", path);
    await refresh();
  } catch (error) {
    say(error.message);
  }
}

function row(post) {
  const made = element("tr", post.hidden ? "hidden-post" : "");
  const button = element("button", "", post.hidden ? "Show" : "Hide");
  button.onclick = () => act(`posts/${post.id}/${post.hidden ? "show" : "hide"}`);
  const last = element("td", "");
  last.append(button);
  made.append(element("td", "", post.username), element("td", "", post.content), last);
  return made;
}

function show({ learners, frozen, code, posts }) {
  byId("ask").hidden = true;
  byId("inside").hidden = false;
  byId("figures").textContent = `${several(learners, "person", "people")} joined · code ${code}`;
  byId("wall").href = `/class/wall#${code}`;
  byId("freeze").hidden = frozen;
  byId("unfreeze").hidden = !frozen;
  byId("posts").replaceChildren(...posts.map(row));
}

// A new post would push the rows down, and a click would hide another post than it was meant for.
const isPointedAt = () => byId("posts").matches(":hover");

async function refresh() {
  if (!secret || ended) return;
  try {
    const state = await (await call("GET", "state")).text();
    if (state !== shown) show(JSON.parse(state));
    shown = state;
    sessionStorage.setItem("secret", secret);
    say("");
  } catch (error) {
    say(error instanceof TypeError ? "No connection to the class." : error.message);
  }
}

async function save() {
  const link = element("a", "");
  link.href = URL.createObjectURL(await (await call("GET", "export")).blob());
  link.download = "class.zip";
  link.click();
  URL.revokeObjectURL(link.href);
}

byId("secret").onchange = () => {
  secret = byId("secret").value.trim();
  refresh();
};
byId("freeze").onclick = () => act("freeze");
byId("unfreeze").onclick = () => act("unfreeze");
byId("export").onclick = () => save().catch((error) => say(error.message));
byId("reset").onclick = () => {
  if (confirm("Delete all people, posts and reports? They have to join again.")) act("reset");
};
byId("end").onclick = async () => {
  if (!confirm("End the class and delete everything that you haven't exported?")) return;
  try {
    await call("POST", "end");
    ended = true;
    byId("inside").hidden = true;
    say("The class is over, and its data is deleted.");
  } catch (error) {
    say(error.message);
  }
};
refresh();
setInterval(() => isPointedAt() || refresh(), EVERY);
