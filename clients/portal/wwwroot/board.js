// A live board: what others write appears by itself, and what is written here goes without loading the page anew. Without scripts the
// page has a form and a link to reload.

const often = 3000
const longest = 30000

class LiveBoard extends HTMLElement {
  connectedCallback () {
    this.texts = JSON.parse(this.dataset.texts)
    this.seen = this.dataset.sequence
    this.fresh = []
    this.#count()
    if (!this.dataset.stream) return
    this.#follow()
    this.#find('form[data-write]')?.addEventListener('submit', event => this.#write(event))
    this.#find('form[data-cards]')?.addEventListener('submit', event => this.#act(event))
    this.timer = setInterval(() => { this.#announce(); this.#count() }, 1000)
  }

  disconnectedCallback () {
    this.stream?.close()
    clearInterval(this.timer)
  }

  #find (what) { return this.querySelector(what) }
  #say (text) { const place = this.#find('[data-status]'); if (place && place.textContent !== text) place.textContent = text }

  #follow () {
    const stream = this.stream = new EventSource(`${this.dataset.stream}/changes?since=${this.seen}`)
    stream.onopen = () => { this.pause = often; this.#say(this.texts.live) }
    stream.onerror = () => {
      this.#say(this.texts.away)
      if (stream.readyState === EventSource.CLOSED) this.#later()
    }
    const on = (name, act) => stream.addEventListener(name, event => {
      if (event.lastEventId) this.seen = event.lastEventId
      if (this.dataset.refresh) this.#refresh()
      else act(JSON.parse(event.data))
    })
    on('card-written', card => this.#show(card, true))
    on('card-changed', card => this.#show(card, false))
    on('card-removed', gone => this.#remove(gone))
    on('dots', ({ cardId, dots }) => this.#dots(cardId, dots))
    on('group', group => this.#name(group))
    on('group-removed', () => {})
    on('board', board => this.#become(board))
    stream.addEventListener('ended', () => this.#end())
    stream.addEventListener('reload', () => location.reload())
  }

  // Three hundred are not back at the same moment, and wait longer the longer it takes.
  #later () {
    this.pause = Math.min(2 * (this.pause ?? often), longest)
    setTimeout(() => this.#again(), this.pause / 2 * (1 + Math.random()))
  }

  // A browser gives up where the answer was no stream: the service was away, or the link is void.
  async #again () {
    const answer = await fetch(`${this.dataset.stream}/changes`, { method: 'HEAD' }).catch(() => undefined)
    if (answer?.status === 404) this.#end()
    else if (answer?.ok) this.#follow()
    else this.#later()
  }

  // Who runs the board has the new link on the same page.
  #end () {
    this.stream.close()
    if (this.dataset.reloads && this.dataset.state !== 'closed') return location.reload()
    if (this.dataset.refresh) return this.#refresh()
    this.dataset.state = 'closed'
    this.#say(this.texts.over)
  }

  #card (id) { return this.#find(`[data-card="${CSS.escape(id)}"]`) }

  #show (card, isNew) {
    const list = this.#find(`[data-column="${CSS.escape(card.columnId)}"]`)
    if (!list) return this.#changed()
    let item = this.#card(card.id)
    if (!item) {
      item = this.#find('template').content.firstElementChild.cloneNode(true)
      item.dataset.card = card.id
      if (isNew) this.fresh.push(card.text)
    }
    item.dataset.order = card.order
    const text = item.querySelector('[data-text]')
    text.textContent = card.text
    text.lang = card.language
    for (const button of item.querySelectorAll('button')) {
      button.value = card.id
      button.setAttribute('aria-label', button.dataset.says + card.text)
    }
    item.dataset.of = card.groupId ?? ''
    this.#title(item)
    const after = [...list.children].find(other => other !== item && Number(other.dataset.order) > card.order)
    if (item.parentElement !== list || item.nextElementSibling !== (after ?? null)) list.insertBefore(item, after ?? null)
    this.#dots(card.id, card.dots)
    if (card.mine) item.querySelector('[name=Back]')?.removeAttribute('hidden')
  }

  #remove ({ id, reason }) {
    const item = this.#card(id)
    if (!item) return
    item.remove()
    if (reason) this.#news(this.texts.removed + reason)
  }

  #dots (id, dots) {
    const place = this.#card(id)?.querySelector('[data-dots]')
    if (place) place.textContent = dots
  }

  #name ({ id, title }) {
    this.groups = { ...this.groups, [id]: title }
    for (const item of this.querySelectorAll(`[data-of="${CSS.escape(id)}"]`)) this.#title(item)
  }

  #title (item) {
    const place = item.querySelector('[data-group]')
    const title = this.groups?.[item.dataset.of] ?? (item.dataset.of ? place.textContent : '')
    place.textContent = title
    place.hidden = !title
  }

  #become (board) {
    const shape = [board.title, board.question, board.dotsPerPerson, ...board.columns.map(column => `${column.id} ${column.title}`)].join('|')
    if (shape !== this.dataset.shape) this.#changed()
    this.dataset.timer = board.timerEndsAt ?? ''
    if (board.state !== this.dataset.state) {
      this.dataset.state = board.state
      const badge = this.#find('.kern-badge .kern-label') ?? this.#find('.kern-badge')
      if (badge) badge.textContent = this.texts[board.state]
      this.#news(this.texts[board.state])
    }
    this.#count()
  }

  // Not all at the same moment, and never while somebody is writing.
  #changed () {
    const isWriting = this.#find('textarea')?.value
    if (isWriting) this.#say(this.texts.reload)
    else this.leaving ??= setTimeout(() => { this.leaving = undefined; if (this.#find('textarea')?.value) this.#changed(); else location.reload() }, Math.random() * often)
  }

  // For those who put cards in order: what they have ticked stays, and where they are.
  #refresh () {
    this.coming ??= setTimeout(async () => {
      this.coming = undefined
      const part = document.getElementById(this.dataset.refresh)
      const answer = await fetch(location.href).catch(() => undefined)
      if (!answer?.ok) return
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(this.dataset.refresh)
      if (!fresh || fresh.innerHTML === part.innerHTML) return
      const ticked = [...part.querySelectorAll('input:checked')].map(box => box.id)
      const at = part.contains(document.activeElement) ? document.activeElement.id : ''
      part.replaceChildren(...fresh.childNodes)
      for (const id of ticked) { const box = document.getElementById(id); if (box) box.checked = true }
      if (at) document.getElementById(at)?.focus()
    }, 500)
  }

  #news (text) { const place = this.#find('[data-news]'); if (place) place.textContent = text }

  #announce () {
    if (!this.fresh.length || Date.now() - (this.told ?? 0) < often) return
    this.told = Date.now()
    this.#news(this.fresh.length === 1 ? this.texts.card + this.fresh[0] : this.fresh.length + this.texts.cards)
    this.fresh = []
  }

  #count () {
    const place = this.#find('[data-clock]')
    if (!place || this.dataset.timer === undefined) return
    const left = Math.ceil((new Date(this.dataset.timer) - Date.now()) / 1000)
    this.#tellTime(left)
    place.textContent = !this.dataset.timer ? '' : left <= 0 ? this.texts.timeOver : `${this.texts.left}${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  }

  // For those who don't see the clock: once at the last minute, and once when it is over.
  #tellTime (left) {
    const now = !this.dataset.timer || left > 60 ? '' : left > 0 ? this.texts.minute : this.texts.timeOver
    if (now && now !== this.timeTold) this.#news(now)
    this.timeTold = now
  }

  #send (method, path, body) {
    return fetch(`${this.dataset.stream}/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', 'Participant-Key': this.dataset.key, 'Accept-Language': document.documentElement.lang },
      body: body && JSON.stringify(body)
    })
  }

  async #write (event) {
    event.preventDefault()
    const form = event.target
    const value = name => form.elements[`Form.${name}`]?.value
    const button = form.querySelector('button')
    button.disabled = true
    try {
      const post = async () => {
        const answer = await this.#send('POST', 'cards', { id: value('Id'), text: value('Text'), columnId: value('ColumnId'), language: value('Language') })
        return [answer, await answer.json()]
      }
      let [answer, told] = await post()
      // Other words than those that came through with this id before are a card of their own.
      if (/card-(id-taken|gone)$/.test(told.type)) {
        form.elements['Form.Id'].value = newId();
        [answer, told] = await post()
      }
      if (!answer.ok) return this.#say(told.errors ? Object.values(told.errors).flat().join(' ') : told.detail)
      this.#show(told, false)
      form.elements['Form.Text'].value = ''
      form.elements['Form.Id'].value = newId()
      this.#say(this.texts.sent)
    } catch {
      this.#say(this.texts.notSent) // with the same id once more: it is one card
    } finally {
      button.disabled = false
    }
  }

  async #act (event) {
    event.preventDefault()
    const { name, value } = event.submitter
    const item = this.#card(value)
    const mine = Number(item.dataset.mydots)
    const isDots = name !== 'Back'
    const dots = Math.max(0, mine + (name === 'More' ? 1 : -1))
    if (isDots) item.dataset.mydots = dots // at once: who taps twice gives two
    const answer = await this.#send(isDots ? 'PUT' : 'DELETE', isDots ? `cards/${value}/dots` : `cards/${value}`, isDots ? { dots } : undefined)
      .catch(() => undefined)
    if (!answer?.ok) {
      item.dataset.mydots = mine
      return this.#say(answer ? (await answer.json().catch(() => ({ detail: this.texts.away }))).detail : this.texts.away)
    }
    if (!isDots) {
      const next = item.nextElementSibling ?? item.previousElementSibling
      this.#remove({ id: value });
      (next?.querySelector('button:not([hidden])') ?? this.#find('textarea'))?.focus()
      return this.#say(this.texts.back)
    }
    item.querySelector('[data-mine-dots]').textContent = dots
    if (dots === 0) item.querySelector('[name=More]').focus()
    item.querySelector('[name=Less]').hidden = dots === 0
    const left = (await answer.json()).dotsLeft
    this.#find('[data-left]').textContent = left
    this.#say(this.texts.dotsLeft + left)
  }
}

// Where a page is not secure (a test in the local network) there is no randomUUID.
function newId () {
  if (crypto.randomUUID) return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 15) | 64
  bytes[8] = (bytes[8] & 63) | 128
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

customElements.define('live-board', LiveBoard)
