import { Document, Link, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'
import type { Language } from '#shared/contract/base'
import { type LeafletContent, leafletContent } from './leafletContent'
import { letterFont, prepareLetterFonts } from './letterFonts'

/** The company's registered name, which is the same in every language. */
const sender = 'Helsingin kaupungin asunnot Oy'

/** Colours of the Helsinki Design System. On white the blue has a contrast of 4.9, its dark shade, which text is in, 7.4. */
const blue = '#0072c6'
const darkBlue = '#005799'
const paleBlue = '#e6f4ff'
const ink = '#1a1a1a'

/** Lengths are points, 1/72 of an inch. */
const style = StyleSheet.create({
  page: {
    fontFamily: letterFont,
    fontSize: 12,
    lineHeight: 1.35,
    color: ink,
    paddingTop: 0,
    paddingBottom: 44,
    paddingHorizontal: 62,
  },
  rule: { height: 8, marginHorizontal: -62, backgroundColor: blue },
  head: { flexDirection: 'row', justifyContent: 'space-between', marginTop: 32, marginBottom: 30 },
  strong: { fontWeight: 600 },
  title: { fontSize: 25, fontWeight: 600, lineHeight: 1.15, color: darkBlue, marginBottom: 10 },
  lead: { fontSize: 13, marginBottom: 18 },
  heading: { fontSize: 15, fontWeight: 600, lineHeight: 1.2, color: darkBlue, marginBottom: 8 },
  step: { flexDirection: 'row', marginBottom: 5, fontSize: 13 },
  stepNumber: { width: 24, fontWeight: 600, color: darkBlue },
  grow: { flex: 1 },
  link: { color: darkBlue, fontWeight: 600, textDecoration: 'none' },
  password: {
    backgroundColor: paleBlue,
    paddingVertical: 12,
    paddingHorizontal: 16,
    marginTop: 9,
    marginBottom: 20,
  },
  passwordParts: { flexDirection: 'row', flexWrap: 'wrap' },
  passwordPart: { width: '50%', flexDirection: 'row' },
  bullet: { width: 12 },
  notes: { flexDirection: 'row', gap: 24 },
  note: { marginBottom: 8 },
  contact: { marginTop: 'auto', borderTopWidth: 1, borderTopColor: blue, paddingTop: 12 },
  contactRow: { flexDirection: 'row', gap: 24 },
})

/** The steps, of which the first holds the address as a link. */
function Step({
  number,
  text,
  address,
}: {
  readonly number: number
  readonly text: string
  readonly address: string
}) {
  const [before, after] = text.split(address)
  return (
    <View style={style.step}>
      <Text style={style.stepNumber}>{number}</Text>
      <Text style={style.grow}>
        {before}
        {after !== undefined && (
          <Link src={`https://${address}`} style={style.link}>
            {address}
          </Link>
        )}
        {after}
      </Text>
    </View>
  )
}

function Notes({ notes }: { readonly notes: LeafletContent['notes'] }) {
  const half = Math.ceil(notes.length / 2)
  return (
    <View style={style.notes}>
      {[notes.slice(0, half), notes.slice(half)].map((column) => (
        <View key={column[0]?.title} style={style.grow}>
          {column.map(({ title, text }) => (
            <View key={title} style={style.note}>
              <Text style={style.strong}>{title}</Text>
              <Text>{text}</Text>
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}

/** The leaflet as one A4 page. */
export async function renderLeafletPage(language: Language): Promise<Buffer> {
  await prepareLetterFonts()
  const content = leafletContent(language)
  return renderToBuffer(
    <Document
      title={content.title}
      author={sender}
      creator="Heka Desk"
      language={language}
      // The default, 1.3, has no place for the language.
      pdfVersion="1.7"
    >
      <Page size="A4" style={style.page}>
        <View style={style.rule} />
        <View style={style.head}>
          <Text style={style.strong}>{sender}</Text>
          <Text>{content.kind}</Text>
        </View>
        <Text style={style.title}>{content.title}</Text>
        <Text style={style.lead}>{content.lead}</Text>
        <Text style={style.heading}>{content.stepsHeading}</Text>
        {content.steps.map((text, index) => (
          <Step key={text} number={index + 1} text={text} address={content.address} />
        ))}
        <View style={style.password}>
          <Text style={style.strong}>{content.passwordHeading}</Text>
          <View style={style.passwordParts}>
            {content.passwordParts.map((part) => (
              <View key={part} style={style.passwordPart}>
                <Text style={style.bullet}>•</Text>
                <Text style={style.grow}>{part}</Text>
              </View>
            ))}
          </View>
        </View>
        <Text style={style.heading}>{content.notesHeading}</Text>
        <Notes notes={content.notes} />
        <View style={style.contact}>
          <Text style={style.heading}>{content.contactHeading}</Text>
          <View style={style.contactRow}>
            {content.contacts.map(({ title, phone, hours }) => (
              <View key={title} style={style.grow}>
                <Text>{title}</Text>
                <Text>
                  <Text style={style.strong}>{phone}</Text>, {hours}
                </Text>
              </View>
            ))}
          </View>
          {content.recorded !== null && <Text>{content.recorded}</Text>}
        </View>
      </Page>
    </Document>,
  )
}
