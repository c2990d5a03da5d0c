import { accept, type Result, refuse } from '#shared/rules/result'
import { judgePaper } from '../mandates/paperFile'

export interface Picture {
  readonly name: string
  readonly kind: 'jpeg' | 'png'
  readonly bytes: Buffer
  readonly sha256: string
}

type PictureRefusal =
  | 'fileEmpty'
  | 'fileTooLarge'
  | 'notPicture'
  | 'notWhatItsNameSays'
  | 'brokenPicture'
  | 'activeContent'

/** What kind of picture a file is, by its bytes as a paper's are judged (security.md 20); a PDF is none: `notPicture`. */
export function judgePicture(name: string, bytes: Buffer): Result<Picture['kind'], PictureRefusal> {
  const judged = judgePaper(name, bytes)
  if (!judged.ok) {
    const { refusal } = judged
    return refuse(
      refusal === 'fileKind' || refusal === 'brokenPdf' || refusal === 'encryptedPdf'
        ? 'notPicture'
        : refusal,
    )
  }
  return judged.value === 'pdf' ? refuse('notPicture') : accept(judged.value)
}
