// A part of a page that goes on: asked for anew until the page says that it has ended. Without scripts there is a link for that.

const every = 2000

class LivePart extends HTMLElement {
  connectedCallback () {
    if (this.dataset.going) this.timer = setInterval(() => this.#refresh(), every)
  }

  disconnectedCallback () {
    clearInterval(this.timer)
  }

  async #refresh () {
    const answer = await fetch(location.href).catch(() => undefined)
    if (!answer?.ok) return
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('live-part')
    if (!fresh) return
    // Only what changed is told to those who listen.
    if (fresh.innerHTML !== this.innerHTML) this.replaceChildren(...fresh.childNodes)
    if (!fresh.dataset.going) location.reload()
  }
}

customElements.define('live-part', LivePart)
