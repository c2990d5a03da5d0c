import { Document, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'
import type { Language } from '#shared/contract/base'
import { letterFont, prepareLetterFonts } from './letterFonts'
import { sender, type VisitContent, type VisitToTell, visitContent } from './visitMessage'

/** Colours of the Helsinki Design System, as in the other letters. */
const blue = '#0072c6'
const darkBlue = '#005799'
const paleBlue = '#e6f4ff'
const ink = '#1a1a1a'

/** Lengths are points, 1/72 of an inch. */
const style = StyleSheet.create({
  page: { fontFamily: letterFont, fontSize: 10.5, lineHeight: 1.3, color: ink, padding: 36, paddingTop: 0 },
  rule: { height: 6, marginHorizontal: -36, backgroundColor: blue },
  sender: { fontWeight: 600, marginTop: 18, marginBottom: 18 },
  title: { fontSize: 19, fontWeight: 600, lineHeight: 1.15, color: darkBlue, marginBottom: 12 },
  facts: { backgroundColor: paleBlue, paddingVertical: 10, paddingHorizontal: 14, marginBottom: 12 },
  fact: { flexDirection: 'row', marginVertical: 1.5 },
  label: { width: 96 },
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

/** The slip of an appointment as one A5 page. */
export async function renderVisitSlipPage(visit: VisitToTell, language: Language): Promise<Buffer> {
  await prepareLetterFonts()
  const { title, facts, sections } = visitContent(visit, 'confirmation', language)
  return renderToBuffer(
    <Document title={title} author={sender} creator="Heka Desk" language={language} pdfVersion="1.7">
      <Page size="A5" style={style.page}>
        <View style={style.rule} />
        <Text style={style.sender}>{sender}</Text>
        <Text style={style.title}>{title}</Text>
        <View style={style.facts}>
          {facts.map(({ label, text }) => (
            <View key={label} style={style.fact}>
              <Text style={style.label}>{label}</Text>
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
