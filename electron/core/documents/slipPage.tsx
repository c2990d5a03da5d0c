import { Document, Page, Path, renderToBuffer, StyleSheet, Svg, Text, View } from '@react-pdf/renderer'
import type { Language } from '#shared/contract/base'
import { letterFont, prepareLetterFonts, withKnownLetters } from './letterFonts'
import { sender, type VisitContent } from './visitMessage'

/** Colours of the Helsinki Design System, as in the other letters. */
const blue = '#0072c6'
const darkBlue = '#005799'
const paleBlue = '#e6f4ff'
const ink = '#1a1a1a'

/** Lengths are points, 1/72 of an inch. */
const style = StyleSheet.create({
  page: { fontFamily: letterFont, fontSize: 10.5, lineHeight: 1.3, color: ink, padding: 36, paddingTop: 0 },
  pageA4: { fontSize: 12, paddingHorizontal: 62 },
  rule: { height: 6, marginHorizontal: -36, backgroundColor: blue },
  ruleA4: { marginHorizontal: -62 },
  sender: { fontWeight: 600, marginTop: 18, marginBottom: 18 },
  title: { fontSize: 19, fontWeight: 600, lineHeight: 1.15, color: darkBlue, marginBottom: 12 },
  facts: { backgroundColor: paleBlue, paddingVertical: 10, paddingHorizontal: 14, marginBottom: 12 },
  fact: { flexDirection: 'row', marginVertical: 1.5 },
  label: { width: 96 },
  labelA4: { width: 130 },
  strong: { flex: 1, fontWeight: 600 },
  section: { marginBottom: 9 },
  heading: { fontSize: 12, fontWeight: 600, color: darkBlue, marginBottom: 2 },
  item: { flexDirection: 'row' },
  bullet: { width: 11 },
  grow: { flex: 1 },
  signature: { marginTop: 18, width: 260 },
  signed: { height: 78, borderBottomWidth: 1, borderBottomColor: ink },
})

function Section({ heading, items, texts }: VisitContent['sections'][number]) {
  return (
    <View style={style.section}>
      <Text style={style.heading}>{heading}</Text>
      {items.map((item) => (
        <View key={item} style={style.item}>
          <Text style={style.bullet}>•</Text>
          <Text style={style.grow}>{item}</Text>
        </View>
      ))}
      {texts.map((text) => (
        <Text key={text}>{text}</Text>
      ))}
    </View>
  )
}

/** What is written on a slip. */
export type SlipContent = Pick<VisitContent, 'title' | 'facts' | 'sections'> & {
  /** A sentence or two under the title. */
  readonly lead?: string
}

/** The same with what nobody can draw left out of the typed parts. */
const drawable = ({ title, lead, facts, sections }: SlipContent): SlipContent => ({
  title,
  ...(lead ? { lead: withKnownLetters(lead) } : {}),
  facts: facts.map(({ label, text }) => ({ label, text: withKnownLetters(text) })),
  sections: sections.map(({ heading, items, texts }) => ({
    heading,
    items: items.map(withKnownLetters),
    texts: texts.map(withKnownLetters),
  })),
})

/** A place for a signature: lines of points, 0–1000 across and 0–300 down, drawn on it; and the words beside and under it. */
export interface SlipSignature {
  readonly label: string
  readonly under: string
  readonly strokes: readonly (readonly (readonly [number, number])[])[]
}

function Signature({ label, under, strokes }: SlipSignature) {
  const paths = strokes.map((points) => {
    const [first = [0, 0], ...rest] = points
    // A dot is a line to where it began.
    return [`M${first[0]} ${first[1]}`, ...(rest.length > 0 ? rest : [first]).map(([x, y]) => `L${x} ${y}`)]
  })
  return (
    <View style={style.signature} wrap={false}>
      <Text>{label}</Text>
      <View style={style.signed}>
        <Svg width={260} height={78} viewBox="0 0 1000 300">
          {paths.map((path) => (
            <Path key={path.join()} d={path.join('')} stroke={ink} strokeWidth={5} fill="none" />
          ))}
        </Svg>
      </View>
      <Text>{withKnownLetters(under)}</Text>
    </View>
  )
}

/** A slip on A5, or on A4 with wider labels; one page, or more when much was typed. */
export async function renderSlipPage(
  content: SlipContent,
  language: Language,
  size: 'A5' | 'A4' = 'A5',
  signature: SlipSignature | null = null,
): Promise<Buffer> {
  await prepareLetterFonts()
  const { title, lead, facts, sections } = drawable(content)
  return renderToBuffer(
    <Document title={title} author={sender} creator="Heka Desk" language={language} pdfVersion="1.7">
      <Page size={size} style={size === 'A4' ? [style.page, style.pageA4] : style.page}>
        <View style={size === 'A4' ? [style.rule, style.ruleA4] : style.rule} />
        <Text style={style.sender}>{sender}</Text>
        <Text style={style.title}>{title}</Text>
        {lead && <Text style={style.section}>{lead}</Text>}
        <View style={style.facts}>
          {facts.map(({ label, text }) => (
            <View key={label} style={style.fact}>
              <Text style={size === 'A4' ? style.labelA4 : style.label}>{label}</Text>
              <Text style={style.strong}>{text}</Text>
            </View>
          ))}
        </View>
        {sections.map((section) => (
          <Section key={section.heading} {...section} />
        ))}
        {signature && <Signature {...signature} />}
      </Page>
    </Document>,
  )
}
