import { Document, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'
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
export type SlipContent = Pick<VisitContent, 'title' | 'facts' | 'sections'>

/** The same with what nobody can draw left out of the typed parts. */
const drawable = ({ title, facts, sections }: SlipContent): SlipContent => ({
  title,
  facts: facts.map(({ label, text }) => ({ label, text: withKnownLetters(text) })),
  sections: sections.map(({ heading, items, texts }) => ({
    heading,
    items: items.map(withKnownLetters),
    texts: texts.map(withKnownLetters),
  })),
})

/** A slip on A5, or on A4 with wider labels; one page, or more when much was typed. */
export async function renderSlipPage(
  content: SlipContent,
  language: Language,
  size: 'A5' | 'A4' = 'A5',
): Promise<Buffer> {
  await prepareLetterFonts()
  const { title, facts, sections } = drawable(content)
  return renderToBuffer(
    <Document title={title} author={sender} creator="Heka Desk" language={language} pdfVersion="1.7">
      <Page size={size} style={size === 'A4' ? [style.page, style.pageA4] : style.page}>
        <View style={size === 'A4' ? [style.rule, style.ruleA4] : style.rule} />
        <Text style={style.sender}>{sender}</Text>
        <Text style={style.title}>{title}</Text>
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
      </Page>
    </Document>,
  )
}
