import { Document, Page, renderToBuffer, StyleSheet, Text } from '@react-pdf/renderer'
import en from '../../../resources/letters/visitNumber.en.json' with { type: 'json' }
import fi from '../../../resources/letters/visitNumber.fi.json' with { type: 'json' }
import sv from '../../../resources/letters/visitNumber.sv.json' with { type: 'json' }
import { letterFont, prepareLetterFonts } from './letterFonts'
import type { NumberSlip } from './numberSlip'
import { reasonText, sender, whenText } from './visitMessage'

const texts = { fi, sv, en } as const

/** Points in a millimetre. */
const mm = 72 / 25.4
const size: [number, number] = [80 * mm, 100 * mm]

/** Black on white: receipt printers know nothing else. */
const style = StyleSheet.create({
  page: {
    fontFamily: letterFont,
    fontSize: 11,
    lineHeight: 1.3,
    color: '#000000',
    paddingVertical: 5 * mm,
    paddingHorizontal: 6 * mm,
    textAlign: 'center',
  },
  title: { fontSize: 13, fontWeight: 600 },
  number: { fontSize: 84, fontWeight: 600, lineHeight: 1.1 },
  reason: { fontSize: 12, fontWeight: 600, marginBottom: 2 },
  small: { fontSize: 10, marginBottom: 6 },
  wait: { marginBottom: 6 },
})

/** The slip as one page of the receipt printer's width. */
export async function renderNumberSlipPage({
  number,
  day,
  at,
  reason,
  language,
}: NumberSlip): Promise<Buffer> {
  await prepareLetterFonts()
  const { title, registered, wait } = texts[language]
  return renderToBuffer(
    <Document
      title={`${title} ${number} ${day}`}
      author={sender}
      creator="Heka Desk"
      language={language}
      pdfVersion="1.7"
    >
      <Page size={size} style={style.page}>
        <Text style={style.title}>{title}</Text>
        <Text style={style.number}>{number}</Text>
        <Text style={style.reason}>{reasonText(reason, language)}</Text>
        <Text style={style.small}>{whenText(at, language)}</Text>
        <Text style={style.wait}>{registered}</Text>
        <Text>{wait}</Text>
      </Page>
    </Document>,
  )
}
