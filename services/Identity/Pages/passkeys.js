// Signs in with a passkey, or adds one. Without this script, and in browsers that know no passkeys, the buttons stay hidden.
const post = async (address, antiforgery, body) => {
  const answer = await fetch(address, {
    method: 'POST', headers: { 'Content-Type': 'application/json', RequestVerificationToken: antiforgery }, body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return answer.json()
}

const signIn = async antiforgery => {
  const options = await post('/account/passkeys/sign-in-options', antiforgery, {})
  const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  await post('/account/passkeys/sign-in', antiforgery, credential.toJSON())
}

const add = async antiforgery => {
  const options = await post('/account/passkeys/options', antiforgery, {})
  const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
  await post('/account/passkeys', antiforgery, credential.toJSON())
}

for (const place of document.querySelectorAll('[data-passkey]')) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) break
  place.hidden = false
  const [button, failure] = [place.querySelector('button'), place.querySelector('.error')]
  button.addEventListener('click', async () => {
    failure.hidden = true
    try {
      await (place.dataset.passkey === 'add' ? add : signIn)(place.dataset.antiforgery)
      location.assign(place.dataset.returnUrl)
    } catch (error) {
      console.warn(error)
      failure.hidden = false
    }
  })
}
