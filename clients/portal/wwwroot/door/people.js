// Who is expected, while the page is open: by it a ticket is known again without network, and the list is drawn.

const most = 30

const hashOf = async text =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))]
    .map(byte => byte.toString(16).padStart(2, '0')).join('')

export class People {
  all = []
  isRead = false

  constructor (texts, time) {
    this.texts = texts
    this.time = time
  }

  known (id) {
    return this.all.find(person => person.registrationId === id)
  }

  async byTicket (code) {
    const hash = await hashOf(code)
    return this.all.find(person => person.ticketHash === hash)
  }

  called (person) {
    return person?.name ?? person?.organisation ?? this.texts[person?.group] ?? this.texts.somebody
  }

  take (people) {
    this.isRead = true
    this.all = people.sort((one, other) => this.called(one).localeCompare(this.called(other)))
  }

  /** Draws the list, and says how many more match. */
  draw (list, pattern, search) {
    const sought = search.trim().toLocaleLowerCase()
    const found = this.all.filter(person => `${person.name ?? ''} ${person.organisation ?? ''}`.toLocaleLowerCase().includes(sought))
    list.replaceChildren(...found.slice(0, most).map(person => this.#row(pattern, person)))
    return found.length === 0 ? this.texts.none : found.length > most ? this.texts.more.replace('{count}', found.length - most) : ''
  }

  turnout (group) {
    const these = group === 'all' ? this.all : this.all.filter(person => person.group === group)
    return this.texts.of.replace('{came}', these.filter(person => person.checkedInAt).length).replace('{expected}', these.length)
  }

  #row (pattern, person) {
    const row = pattern.content.firstElementChild.cloneNode(true)
    row.querySelector('[data-name]').textContent = this.called(person)
    // Who has no name is called by their organisation or group, which is not said twice.
    const about = person.name || person.organisation ? [this.texts[person.group], person.name && person.organisation] : []
    row.querySelector('[data-about]').textContent = about.filter(Boolean).join(', ')
    const came = row.querySelector('[data-came]')
    came.hidden = !person.checkedInAt
    came.querySelector('.kern-badge .kern-label').textContent = this.texts.since.replace('{at}', this.time(person.checkedInAt))
    row.querySelector('[data-in]').hidden = Boolean(person.checkedInAt)
    for (const button of row.querySelectorAll('button')) button.value += person.registrationId
    return row
  }
}

/** Tells times as the Landkreis has them, wherever the device believes to be. */
export const clock = timeZone => at =>
  at ? new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', timeZone }) : ''
