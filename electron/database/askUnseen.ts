/** Asks for something at the terminal and shows nothing of what is typed. Ctrl+C ends the program. */
export function askUnseen(question: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(question)
  stdin.setRawMode(true).setEncoding('utf8').resume()
  return new Promise((resolve) => {
    let typed = ''
    const end = () => {
      stdin.off('data', take).setRawMode(false).pause()
      stderr.write('\n')
    }
    function take(text: string): void {
      for (const sign of text) {
        if (sign === '\r' || sign === '\n' || sign === '\x04') {
          end()
          resolve(typed)
          return
        }
        if (sign === '\x03') {
          end()
          process.exit(130)
        }
        typed = sign === '\x7f' || sign === '\b' ? typed.slice(0, -1) : typed + sign
      }
    }
    stdin.on('data', take)
  })
}
