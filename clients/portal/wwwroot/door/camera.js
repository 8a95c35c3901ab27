// Reads QR codes from the camera: with the browser's own reader where it has one, else with the one that comes with this page.

const between = 200
const again = 5000

async function reader () {
  const own = window.BarcodeDetector
  const formats = own ? await own.getSupportedFormats().catch(() => []) : []
  const Reader = formats.includes('qr_code') ? own : (await import('./qr/decode.js')).BarcodeDetector
  return new Reader({ formats: ['qr_code'] })
}

export class Camera {
  constructor (video, read) {
    this.video = video
    this.read = read
  }

  get isOn () {
    return Boolean(this.stream)
  }

  async start () {
    this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    this.video.srcObject = this.stream
    await this.video.play()
    this.#look(await reader())
  }

  stop () {
    this.stream?.getTracks().forEach(track => track.stop())
    this.stream = this.video.srcObject = null
  }

  async #look (reader) {
    let last = { code: '', at: 0 }
    while (this.isOn) {
      const [found] = await reader.detect(this.video).catch(() => [])
      // A ticket is held before the camera for a while, and is meant once.
      if (found && (found.rawValue !== last.code || Date.now() - last.at > again)) this.read(found.rawValue)
      if (found) last = { code: found.rawValue, at: Date.now() }
      await new Promise(resolve => setTimeout(resolve, between))
    }
  }
}
