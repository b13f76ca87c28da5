// Notes for instructors stay hidden until somebody asks for them; the choice is remembered.
const KEY = "notes for instructors"
const root = document.documentElement

function showNotes(shown, button) {
  root.classList.toggle("with-notes", shown)
  button.setAttribute("aria-pressed", String(shown))
  button.textContent = shown ? "Hide the notes for instructors" : "Show the notes for instructors"
}

function addSwitch() {
  const title = document.querySelector(".instructor") && document.querySelector("article h1")
  if (!title) return
  const button = Object.assign(document.createElement("button"), {className: "notes-switch"})
  button.type = "button"
  button.addEventListener("click", () => {
    const shown = !root.classList.contains("with-notes")
    localStorage.setItem(KEY, shown ? "shown" : "hidden")
    showNotes(shown, button)
  })
  showNotes(localStorage.getItem(KEY) === "shown", button)
  title.after(button)
}

// What is wider than the page can be scrolled with the arrow keys, too.
function letKeysScroll() {
  for (const box of document.querySelectorAll("pre, .cell_output, .table-wrapper, .trap")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0
  }
}

// The column on the left is longer than a screen, so it begins where its reader is.
function showPlace() {
  const box = document.querySelector(".sidebar-scroll")
  const here = box?.querySelector(".current-page")?.getBoundingClientRect()
  if (here) box.scrollTop = here.top - box.getBoundingClientRect().top - box.clientHeight / 2
}

addEventListener("DOMContentLoaded", addSwitch)
addEventListener("DOMContentLoaded", showPlace)
addEventListener("load", letKeysScroll)
