// The door in the browser: what the page can do without scripts is done here without waiting for the network.

import { Camera } from './camera.js'
import { clock, People } from './people.js'
import { Portal } from './portal.js'
import { Queue } from './queue.js'

const every = 15000
const lines = 4

class Door extends HTMLElement {
  connectedCallback () {
    this.texts = JSON.parse(this.dataset.texts)
    this.time = clock(this.dataset.zone)
    this.people = new People(this.texts, this.time)
    this.queue = new Queue(this.dataset.list)
    this.portal = new Portal(this.dataset.address, this.querySelector('[name=__RequestVerificationToken]').value)
    this.left = new AbortController()
    const until = { signal: this.left.signal }
    this.addEventListener('submit', event => this.#submit(event), until)
    this.#at('[data-search] input[type=search]').addEventListener('input', () => this.#draw(), until)
    window.addEventListener('online', () => this.#refresh(), until)
    this.#offerCamera(until)
    this.timer = setInterval(() => this.#refresh(), every)
    this.#refresh()
  }

  disconnectedCallback () {
    this.left.abort()
    clearInterval(this.timer)
    this.camera?.stop()
  }

  #at (selector) {
    return this.querySelector(selector)
  }

  /** Sends what waits, and learns whom the other helpers checked in. */
  async #refresh () {
    await this.#send()
    const people = await this.portal.people()
    if (people) this.people.take(people)
    for (const scan of this.queue.scans) this.#mark(scan.registrationId, scan.at)
    this.#draw()
  }

  #submit (event) {
    const form = event.target
    const search = form.matches('[data-search]')
    const code = form.matches('[data-code]') && form.elements.Code.value.trim()
    const found = form.matches('[data-people]') && /^in:(.+)$/.exec(event.submitter?.value ?? '')?.[1]
    const guest = form.matches('[data-guest]') && {
      group: form.elements['Guest.Group'].value,
      name: form.elements['Guest.Name'].value.trim() || null,
      organisation: form.elements['Guest.Organisation'].value.trim() || null
    }
    if (!search && !code && !found && !guest) return
    event.preventDefault()
    if (code) this.#ticket(code)
    if (found) this.#scan({ registrationId: found })
    if (guest) this.#scan({ walkIn: guest })
    if (code || guest) form.reset()
  }

  /** A ticket that is known is kept by whose it is: nothing that opens a door stays in the browser. */
  async #ticket (code) {
    const person = await this.people.byTicket(code)
    await this.#scan(person ? { registrationId: person.registrationId } : { ticket: code })
  }

  async #scan (what) {
    const at = new Date().toISOString()
    const person = this.people.known(what.registrationId)
    const before = person?.checkedInAt
    this.queue.add({ id: crypto.randomUUID(), at, ...what })
    this.#mark(what.registrationId, at)
    this.#draw()
    if (await this.#send()) return
    if (what.ticket) this.#say(this.texts.unknown)
    else if (before) this.#say(this.texts.cameBefore.replace('{at}', this.time(before)), person)
    else this.#say(this.texts.kept, person ?? what.walkIn)
  }

  #mark (id, at) {
    const person = this.people.known(id)
    if (person) person.checkedInAt ??= at
  }

  /** One after the other: what is being sent is not sent again meanwhile. */
  #send () {
    this.sending = (this.sending ?? Promise.resolve()).then(() => this.#empty())
    return this.sending
  }

  /** True if nothing waits any more, or it was said why it has to. */
  async #empty () {
    for (let scans = this.queue.next(); scans.length; scans = this.queue.next()) {
      const answer = await this.portal.send(scans)
      if (!answer) return false
      if ([401, 403].includes(answer.status)) {
        this.#say(this.texts.signIn)
        return true
      }
      if (answer.status !== 200 && scans.length > 1) {
        // One that cannot be read does not hold up the others.
        for (const scan of scans) if (!await this.#one(scan)) return false
        continue
      }
      this.#take(scans, answer)
    }
    this.#draw()
    return true
  }

  async #one (scan) {
    const answer = await this.portal.send([scan])
    if (answer) this.#take([scan], answer)
    return Boolean(answer)
  }

  #take (scans, answer) {
    this.queue.remove(scans)
    if (answer.status !== 200) this.#say(answer.body.detail ?? answer.body.title ?? '')
    for (const result of answer.body.items ?? []) {
      const scan = scans.find(one => one.id === result.id)
      const person = this.people.known(result.registrationId) ?? { name: result.name, ...scan.walkIn }
      if (result.outcome === 'refused') {
        this.#unmark(scan)
        this.#say(result.problem.detail)
        continue
      }
      if (this.people.known(result.registrationId)) this.people.known(result.registrationId).checkedInAt = result.firstAt
      else if (scan.walkIn && this.people.isRead) this.people.take([...this.people.all, { ...scan.walkIn, registrationId: result.registrationId, checkedInAt: result.firstAt }])
      const text = result.outcome === 'checkedIn' ? this.texts.came : this.texts.cameBefore
      this.#say(text.replace('{at}', this.time(result.firstAt)), person)
    }
  }

  #unmark (scan) {
    const person = this.people.known(scan.registrationId)
    if (person) person.checkedInAt = undefined
  }

  /** The last words stay: several may be told at once when the network is back. */
  #say (text, person) {
    const status = this.#at('[role=status]')
    const line = document.createElement('span')
    line.textContent = text.replace('{who}', this.people.called(person))
    status.prepend(line)
    while (status.childNodes.length > lines) status.lastChild.remove()
  }

  /** Until it is read, the list is as the page came. */
  #draw () {
    const waiting = this.queue.scans.length
    this.#at('[data-waiting]').hidden = waiting === 0
    this.#at('[data-waiting]').textContent = this.texts.waiting.replace('{count}', waiting)
    if (this.people.isRead) this.#drawPeople()
  }

  #drawPeople () {
    const list = this.#at('.door-people')
    const focused = list.contains(document.activeElement) ? document.activeElement.value : null
    this.#at('[data-more]').textContent = this.people.draw(list, this.#at('[data-row]'), this.#at('[data-search] input[type=search]').value)
    // Where the button is gone, the list keeps the place of those who use no mouse.
    if (focused) ([...list.querySelectorAll('button')].find(one => one.value === focused && one.offsetParent) ?? list).focus()
    for (const number of this.querySelectorAll('[data-turnout]')) number.textContent = this.people.turnout(number.dataset.turnout)
  }

  #offerCamera (until) {
    const place = this.#at('[data-camera]')
    if (!navigator.mediaDevices?.getUserMedia) return
    place.hidden = false
    const [button, video] = [place.querySelector('button'), place.querySelector('video')]
    this.camera = new Camera(video, code => this.#ticket(code))
    button.addEventListener('click', async () => {
      if (this.camera.isOn) this.camera.stop()
      else await this.camera.start().catch(() => this.#say(this.texts.noCamera))
      video.hidden = !this.camera.isOn
      button.setAttribute('aria-pressed', String(this.camera.isOn))
    }, until)
  }
}

customElements.define('check-in-door', Door)
