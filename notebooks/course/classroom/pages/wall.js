import { codeOfPage, element, joinLine, several, watch } from "/class/files/class.js";
import { Network } from "/class/files/network.js";

const byId = (id) => document.getElementById(id);
const code = codeOfPage();
const network = new Network(byId("network"));
const cards = new Map();
const NEW_SECONDS = 5;

byId("line").textContent = await joinLine(code || "…");
if (code) {
  byId("qr").src = `/class/qr/${encodeURIComponent(code)}`;
  byId("qr").hidden = false;
}

function card(post) {
  const made = element("article", "post new");
  const what = element("div", "what", post.content);
  what.dir = "auto";
  const above = element("div", "above");
  above.append(element("span", "who", post.username), element("span", "counts"));
  made.append(above, what);
  setTimeout(() => made.classList.remove("new"), NEW_SECONDS * 1000);
  return made;
}

function reactions(post) {
  const found = [];
  if (post.likes_count) found.push(several(post.likes_count, "like"));
  if (post.retweets_count) found.push(several(post.retweets_count, "retweet"));
  return found.join(" · ");
}

function showPosts(order, posts) {
  for (const id of cards.keys()) if (!(id in posts)) cards.delete(id);
  const wanted = order.map(String);
  for (const id of wanted) {
    if (!cards.has(id)) cards.set(id, card(posts[id]));
    cards.get(id).querySelector(".counts").textContent = reactions(posts[id]);
  }
  const place = byId("posts");
  place.classList.toggle("few", wanted.length <= 4);
  place.classList.toggle("some", wanted.length > 4 && wanted.length <= 12);
  place.replaceChildren(...wanted.map((id) => cards.get(id)));
}

watch("/class/wall/events", ({ order, posts, people, follows, total }) => {
  showPosts(order, posts);
  network.show(people, follows);
  byId("followed").textContent = network.inWords();
  const count = Object.keys(people).length;
  byId("figures").innerText = `${several(count, "person", "people")}\n${several(total, "post")}`;
});
