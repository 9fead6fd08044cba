/** No side of a picture in pixels is larger: beyond it browsers give back an empty canvas. */
const MOST_PIXELS = 8_192

/** An SVG as PNG, at twice its size where that fits. The SVG must carry its fonts: an image sees no page. */
export async function svgToPng(svg: string): Promise<Blob> {
  const size = /viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(svg)
  const width = Number(size?.[1] ?? 320)
  const height = Number(size?.[2] ?? 100)
  const scale = Math.min(2, MOST_PIXELS / width, MOST_PIXELS / height)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('this browser gives no canvas to draw on')
  brush.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))),
      'image/png',
    )
  })
}
