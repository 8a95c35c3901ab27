// Buttons that write Markdown, and a draft that stays in the browser. The text field is the truth; without scripts it is all there is.

const wait = 800
const kept = ['Title', 'Markdown', 'Version', 'Revision']

class SectionEditor extends HTMLElement {
  connectedCallback () {
    this.#begin()
    // A link to another section patches this page, and leaves this element where it is.
    this.begun = () => this.#begin()
    window.Blazor?.addEventListener('enhancedload', this.begun)
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
    this.addEventListener('focusout', () => { if (this.timer) this.#keep() })
    this.addEventListener('submit', event => {
      this.#keep(true)
      if (navigator.onLine) return
      event.preventDefault()
      this.#say(this.dataset.offline)
    })
  }

  disconnectedCallback () {
    window.Blazor?.removeEventListener('enhancedload', this.begun)
    this.#rest()
  }

  get #key () { return `entwurf:${this.dataset.draft}` }
  get #form () { return this.querySelector('form') }
  get text () { return this.querySelector('textarea') }

  #begin () {
    this.querySelector('.editor-tools').hidden = false
    const draft = this.#draft()
    // What was sent with an older version is in what was saved; what was typed after that is not, even if the page says so once more.
    if (this.dataset.saved && draft?.sent && Number(draft.Version) < Number(this.#field('Version').value)) localStorage.removeItem(this.#key)
    this.#offer()
  }

  #rest () {
    clearTimeout(this.timer)
    this.timer = undefined
  }

  #field (name) {
    return this.#form.elements[`Form.${name}`]
  }

  #later () {
    this.#rest()
    const section = this.#key
    this.timer = setTimeout(() => {
      if (section !== this.#key) return // the page has become that of another one meanwhile
      this.#keep()
      this.#say(this.dataset.kept)
    }, wait)
  }

  #keep (sent = false) {
    this.#rest()
    const draft = { ...Object.fromEntries(kept.map(name => [name, this.#field(name).value])), sent }
    try { localStorage.setItem(this.#key, JSON.stringify(draft)) } catch { /* the browser keeps nothing: the page still has it */ }
  }

  #draft () {
    try { return JSON.parse(localStorage.getItem(this.#key)) } catch { return null }
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
      take: () => {
        const draft = this.#draft() ?? {}
        kept.forEach(name => { this.#field(name).value = draft[name] ?? this.#field(name).value })
        this.#offer()
        this.text.focus()
      },
      drop: () => { localStorage.removeItem(this.#key); this.#offer(); this.text.focus() }
    }
    acts[act]?.()
  }

  #chosen () {
    return this.text.value.slice(this.text.selectionStart, this.text.selectionEnd)
  }

  #put (words) {
    this.text.focus()
    // Old, but the only way that Ctrl+Z can take it back.
    if (!document.execCommand('insertText', false, words)) {
      this.text.setRangeText(words, this.text.selectionStart, this.text.selectionEnd, 'end')
    }
    this.#later()
  }

  /** What stands for words that are still to be typed is selected: the first key replaces it. */
  #around (mark, words) {
    const chosen = this.#chosen()
    this.#put(`${mark}${chosen || words}${mark}`)
    const end = this.text.selectionStart - mark.length
    if (!chosen) this.text.setSelectionRange(end - words.length, end)
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
