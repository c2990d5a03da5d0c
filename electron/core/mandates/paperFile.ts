import { largestPaper, type PaperKind } from '#shared/contract/mandateViews'
import { accept, type Result, refuse } from '#shared/rules/result'
import { isPdf, pdfProblem } from './pdfFile'
import { isJpeg, isPng, pictureProblem } from './pictureFile'

type FileRefusal =
  | 'fileEmpty'
  | 'fileTooLarge'
  | 'fileKind'
  | 'notWhatItsNameSays'
  | 'encryptedPdf'
  | 'brokenPdf'
  | 'brokenPicture'
  | 'activeContent'

const kindsByEnding: Readonly<Record<string, PaperKind>> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  jfif: 'jpeg',
  png: 'png',
}

const endingOf = (name: string) => /\.([^.]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? null

function kindOf(bytes: Buffer): PaperKind | null {
  if (isPdf(bytes)) return 'pdf'
  if (isPng(bytes)) return 'png'
  return isJpeg(bytes) ? 'jpeg' : null
}

/**
 * What kind of paper a file is, by its bytes and never by its name (security.md 20). Refusals: `fileEmpty`, `fileTooLarge`, `fileKind`
 * (neither PDF, JPEG nor PNG), `notWhatItsNameSays`, `encryptedPdf`, `brokenPdf`, `brokenPicture`, `activeContent`.
 */
export function judgePaper(name: string, bytes: Buffer): Result<PaperKind, FileRefusal> {
  if (bytes.length === 0) return refuse('fileEmpty')
  if (bytes.length > largestPaper) return refuse('fileTooLarge')
  const kind = kindOf(bytes)
  const ending = endingOf(name)
  const said = ending === null ? null : (kindsByEnding[ending] ?? 'another')
  if (kind === null) return refuse(said === null || said === 'another' ? 'fileKind' : 'notWhatItsNameSays')
  if (said !== null && said !== kind) return refuse('notWhatItsNameSays')
  const problem = kind === 'pdf' ? pdfProblem(bytes) : pictureProblem(bytes)
  return problem === null ? accept(kind) : refuse(problem)
}
