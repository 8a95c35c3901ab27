// Buttons that write Markdown, and a draft that stays in the browser. The text field is the truth; without scripts it is all there is.

const wait = 800

class SectionEditor extends HTMLElement {
  connectedCallback () {
    this.key = `entwurf:${this.dataset.draft}`
    this.form = this.querySelector('form')
    this.text = this.querySelector('textarea')
    this.querySelector('.editor-tools').hidden = false
    if (this.dataset.saved) localStorage.removeItem(this.key)
    this.#offer()
    this.addEventListener('click', event => this.#act(event.target.closest('button[data-act]')?.dataset.act))
    this.addEventListener('change', ({ target }) => {
      if (target.dataset.act !== 'refer' || !target.value) return
      this.#put(target.value)
      target.value = ''
    })
    this.addEventListener('keydown', event => {
      if (event.target !== this.text || !(event.ctrlKey || event.metaKey) || event.altKey) return
      const act = { b: 'bold', i: 'italic' }[event.key]
      if (!act) return
      event.preventDefault()
      this.#act(act)
    })
    this.addEventListener('input', ({ target }) => {
      if (target === this.text || target.name === 'Form.Title') this.#later()
    })
    this.addEventListener('submit', event => {
      this.#keep()
      if (navigator.onLine) return
      event.preventDefault()
      this.#say(this.dataset.offline)
    })
  }

  disconnectedCallback () {
    clearTimeout(this.timer)
  }

  #field (name) {
    return this.form.elements[`Form.${name}`]
  }

  #later () {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => { this.#keep(); this.#say(this.dataset.kept) }, wait)
  }

  #keep () {
    clearTimeout(this.timer)
    const draft = Object.fromEntries(['Title', 'Markdown', 'Version', 'Revision'].map(name => [name, this.#field(name).value]))
    try { localStorage.setItem(this.key, JSON.stringify(draft)) } catch { /* the browser keeps nothing: the page still has it */ }
  }

  #draft () {
    try { return JSON.parse(localStorage.getItem(this.key)) } catch { return null }
  }

  #offer () {
    const draft = this.#draft()
    this.querySelector('.editor-draft').hidden =
      !draft || (draft.Markdown.trim() === this.text.value.trim() && draft.Title === this.#field('Title').value)
  }

  #say (words) {
    this.querySelector('[data-status]').textContent = words
  }

  #act (act) {
    const [text, heading, address] = this.dataset.words.split('|')
    const acts = {
      bold: () => this.#around('**', text),
      italic: () => this.#around('*', text),
      heading: () => this.#line('## ', heading),
      list: () => this.#line('- ', text),
      numbers: () => this.#line('1. ', text),
      table: () => this.#block(`| ${text} | ${text} |\n|---|---|\n| ${text} | ${text} |`),
      link: () => this.#put(`[${this.#chosen() || text}](https://${address})`),
      footnote: () => this.#footnote(text),
      // With its version and revision: what others have saved since is merged, not overwritten.
      take: () => { Object.entries(this.#draft() ?? {}).forEach(([name, value]) => { this.#field(name).value = value }); this.#offer(); this.text.focus() },
      drop: () => { localStorage.removeItem(this.key); this.#offer(); this.text.focus() }
    }
    acts[act]?.()
  }

  #chosen () {
    return this.text.value.slice(this.text.selectionStart, this.text.selectionEnd)
  }

  #put (words) {
    this.text.focus()
    this.text.setRangeText(words, this.text.selectionStart, this.text.selectionEnd, 'end')
    this.#later()
  }

  #around (mark, words) {
    this.#put(`${mark}${this.#chosen() || words}${mark}`)
  }

  #line (mark, words) {
    const lines = this.#chosen() || words
    this.#block(lines.split('\n').map(line => mark + line).join('\n'))
  }

  #block (words) {
    const before = this.text.value.slice(0, this.text.selectionStart)
    this.#put(`${before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'}${words}\n`)
  }

  #footnote (words) {
    let number = 1
    while (this.text.value.includes(`[^${number}]`)) number++
    this.#put(`[^${number}]`)
    const at = this.text.selectionStart
    this.text.setRangeText(`\n\n[^${number}]: ${words}\n`, this.text.value.length, this.text.value.length)
    this.text.setSelectionRange(at, at)
  }
}

customElements.get('section-editor') ?? customElements.define('section-editor', SectionEditor)
