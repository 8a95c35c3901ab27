// Hides questions that are not for whoever answers. Without it all are shown and say for whom they are; what is left in a hidden one is
// not sent.

class SurveyForm extends HTMLElement {
  connectedCallback () {
    this.addEventListener('change', () => this.#show())
    this.#show()
  }

  // In their order: what depends on a hidden question is hidden, too.
  #show () {
    const asked = new Map()
    for (const question of this.querySelectorAll('[data-question]')) {
      const { question: key, if: earlier, options } = question.dataset
      const isAsked = !earlier || (asked.get(earlier)?.some(option => options.split(' ').includes(option)) ?? false)
      question.hidden = !isAsked
      asked.set(key, isAsked ? [...question.querySelectorAll('input:checked')].map(input => input.value) : [])
    }
  }
}

customElements.get('survey-form') ?? customElements.define('survey-form', SurveyForm)
