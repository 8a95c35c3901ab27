// Scans that the platform does not have yet. They outlive a reload of the page, and each has an id, so that sending it twice counts once.
// No name is kept but that of a guest without a registration, and it goes once it is sent.

const most = 100

export class Queue {
  constructor (list) {
    this.key = `door:${list}`
  }

  get scans () {
    return JSON.parse(localStorage.getItem(this.key) ?? '[]')
  }

  add (scan) {
    this.#keep([...this.scans, scan])
  }

  /** The oldest ones, as many as are sent at once. */
  next (count = most) {
    return this.scans.slice(0, count)
  }

  remove (sent) {
    const ids = new Set(sent.map(scan => scan.id))
    this.#keep(this.scans.filter(scan => !ids.has(scan.id)))
  }

  #keep (scans) {
    if (scans.length) localStorage.setItem(this.key, JSON.stringify(scans))
    else localStorage.removeItem(this.key)
  }
}
