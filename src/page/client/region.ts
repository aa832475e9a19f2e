/** Where a screen reader reads what is told of the page. */
const region = Object.assign(document.createElement('p'), { className: 'unseen', role: 'status' })
document.body.append(region)

export function say(text: string): void {
  region.textContent = text
}
