// The list to which the files of JupyterLab's bundle hand their functions, and how mermaid is made
// of these.
globalThis.rspackChunk_jupyterlab_application_top = {
  modules: {}, push([, modules]) { Object.assign(this.modules, modules) },
}

// `shared` says which function makes what other parts of JupyterLab use, too.
function loadMermaid(shared) {
  const {modules} = rspackChunk_jupyterlab_application_top, loaded = {}
  function load(id) {
    id = modules[id] ? id : shared[id]
    if (!loaded[id]) {
      loaded[id] = {exports: {}}
      modules[id].call(loaded[id].exports, loaded[id], loaded[id].exports, load)
    }
    return loaded[id].exports
  }
  load.d = (to, getters) => {
    for (const name in getters) {
      Object.defineProperty(to, name, {enumerable: true, get: getters[name]})
    }
  }
  load.n = it => {
    const get = () => it && it.__esModule ? it.default : it
    load.d(get, {a: get})
    return get
  }
  load.r = to => Object.defineProperty(to, "__esModule", {value: true})
  load.o = (it, name) => Object.hasOwn(it, name)
  load.e = () => Promise.resolve() // every file is here already
  load.hmd = load.nmd = it => it
  load.g = globalThis
  globalThis.mermaid = Object.keys(modules)
    .filter(id => String(modules[id]).includes("mermaidAPI"))
    .flatMap(id => Object.values(load(id)))
    .find(it => it?.mermaidAPI)
}

async function drawMermaid({id, text, theme, fonts}) {
  mermaid.initialize({startOnLoad: false, htmlLabels: false, theme, fontFamily: fonts})
  return (await mermaid.render(id, text)).svg
}
