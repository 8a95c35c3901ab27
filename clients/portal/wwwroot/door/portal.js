// The portal's endpoints of one list. Where it cannot be reached the answer is undefined: that is no error at a door.

export class Portal {
  constructor (address, token) {
    this.address = address
    this.token = token
  }

  /** Everybody of the list, in as many parts as it takes. */
  async people () {
    const people = []
    let next = ''
    do {
      const answer = await this.#ask(`people${next}`)
      if (!answer?.ok) return undefined
      const part = await answer.json()
      people.push(...part.items)
      next = part.next ? `?after=${part.next}` : ''
    } while (next)
    return people
  }

  /** @returns {Promise<{status: number, body: any} | undefined>} */
  async send (scans) {
    const answer = await this.#ask('scans', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', RequestVerificationToken: this.token },
      body: JSON.stringify({ items: scans })
    })
    if (!answer || answer.status >= 500 || answer.status === 429) return undefined
    return { status: answer.status, body: await answer.json().catch(() => ({})) }
  }

  async #ask (what, options = {}) {
    try {
      // An ended session leads to the sign-in, which is not for a script.
      const answer = await fetch(`${this.address}/${what}`, { ...options, redirect: 'manual' })
      return answer.type === 'opaqueredirect' ? new Response(null, { status: 401 }) : answer
    } catch {
      return undefined
    }
  }
}
