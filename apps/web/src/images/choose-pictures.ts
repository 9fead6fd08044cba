import { ACCEPTED } from './picture-file.ts'

/** Opens the browser's chooser; has to be called while a press is told. `heard` is called only when something was chosen. */
export function choosePictures(heard: (files: readonly File[]) => void, { many = true } = {}): void {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = ACCEPTED
  field.multiple = many
  field.dataset.pictures = ''
  field.hidden = true
  const done = (): void => field.remove()
  field.addEventListener('change', () => {
    const files = [...(field.files ?? [])]
    done()
    if (files.length > 0) heard(files)
  })
  field.addEventListener('cancel', done)
  // some browsers tell nothing of a field that is not in the page
  document.body.append(field)
  field.click()
}
