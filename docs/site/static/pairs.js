// The reference: pairs are found while their reader types, in this page and without a server. Words
// and their weights come from the course, as `find` uses them in a notebook.
const FITS = 0.3 // of the best score
const PREFIX = 0.6 // what the beginning of a word counts

function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+|[!<>=|]{2}|[|&~%]/gu) ?? []
}

function tokens(text) {
  return wordsOf(text).map(word => word.replace(/(?<=[\p{L}\p{N}_]{3})(ing|ed|es|s|e)$/u, ""))
}

class Finder {
  constructor({common, entries}) {
    this.common = new Set(common)
    this.entries = Object.entries(entries)
    this.rarity = {}
    for (const [, {weights}] of this.entries) {
      for (const token in weights) this.rarity[token] = (this.rarity[token] ?? 0) + 1
    }
    for (const token in this.rarity) this.rarity[token] = 1 / Math.sqrt(this.rarity[token])
  }

  // The ids of what fits, the best first.
  find(question) {
    const words = wordsOf(question)
    const telling = words.filter(word => !this.common.has(word))
    const asked = new Set(tokens((telling.length ? telling : words).join(" ")))
    const text = ` ${tokens(question).join(" ")} `
    const scores = this.entries.map(([id, entry]) => [id, this.score(entry, asked, text)])
    const best = Math.max(...scores.map(([, score]) => score))
    return scores.filter(([, score]) => score > FITS * best)
      .sort(([, a], [, b]) => b - a).map(([id]) => id)
  }

  score({weights, names, words}, asked, text) {
    const whole = phrase => (
      text.includes(` ${phrase} `) && phrase.split(" ").some(word => asked.has(word))
        ? phrase.split(" ").length : 0
    )
    let sum = Math.max(0, ...names.map(name => 2 * whole(name)), ...words.map(whole))
    for (const word of asked) sum += this.weight(weights, word)
    return sum
  }

  weight(weights, word) {
    if (word in weights) return weights[word] * this.rarity[word]
    const longer = Object.keys(weights).filter(token => word.length > 1 && token.startsWith(word))
    return Math.max(0, ...longer.map(token => PREFIX * weights[token] * this.rarity[token]))
  }
}

class Reference {
  constructor(data) {
    this.finder = new Finder(data)
    this.input = document.getElementById("pair-words")
    this.count = document.getElementById("pair-count")
    this.sections = new Map(Object.keys(data.entries).map(id => [id, document.getElementById(id)]))
    this.groups = new Set([...this.sections.values()].map(section => section.parentElement))
    this.homes = new Map([...this.groups].map(group => [group, [...group.children]]))
    this.results = document.createElement("div")
    this.results.className = "pair-results"
    this.groups.values().next().value.before(this.results)
    this.input.addEventListener("input", () => this.show(this.input.value))
    addEventListener("hashchange", () => this.follow())
    document.querySelector(".pair-search").hidden = false
    this.follow()
  }

  show(question) {
    for (const [group, children] of this.homes) group.append(...children)
    const found = question.trim() ? this.finder.find(question) : []
    const searching = question.trim() !== ""
    for (const group of this.groups) group.hidden = searching
    this.results.replaceChildren(...found.map(id => this.sections.get(id)))
    this.count.textContent = searching ? said(found.length) : ""
    history.replaceState(null, "", searching ? `#find=${encodeURIComponent(question.trim())}` : "#")
  }

  // The address may name a pair, or what to look for: both can be sent to somebody.
  follow() {
    const hash = decodeURIComponent(location.hash.slice(1))
    if (hash.startsWith("find=")) {
      this.input.value = hash.slice(5)
      this.show(this.input.value)
    } else if (this.sections.has(hash)) {
      if (this.input.value) {
        this.input.value = ""
        this.show("")
        history.replaceState(null, "", `#${hash}`)
      }
      document.getElementById(hash).scrollIntoView()
    }
  }
}

function said(count) {
  if (count === 0) return "Nothing fits. Try the name in pandas, or the word in SQL."
  return count === 1 ? "1 fits." : `${count} fit, the best first.`
}

new Reference(JSON.parse(document.getElementById("pair-data").textContent))
