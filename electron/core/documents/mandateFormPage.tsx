import { Document, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import type { Language } from '#shared/contract/base'
import { letterFont, prepareLetterFonts, withKnownLetters } from './letterFonts'
import type { FormContent } from './mandateContent'
import { sender } from './visitMessage'

/** Colours of the Helsinki Design System, as in the other letters. */
const blue = '#0072c6'
const darkBlue = '#005799'
const paleBlue = '#e6f4ff'
const ink = '#1a1a1a'
const grey = '#4d4d4d'
const line = '#808080'

/** Lengths are points, 1/72 of an inch. */
const style = StyleSheet.create({
  page: {
    fontFamily: letterFont,
    fontSize: 10,
    lineHeight: 1.25,
    color: ink,
    paddingTop: 0,
    paddingBottom: 26,
    paddingHorizontal: 45,
  },
  rule: { height: 6, marginHorizontal: -45, marginBottom: 11, backgroundColor: blue },
  sender: { fontWeight: 600, marginBottom: 5 },
  title: { fontSize: 20, fontWeight: 600, lineHeight: 1.15, color: darkBlue, marginBottom: 3 },
  section: { marginTop: 7 },
  heading: { fontSize: 11.5, fontWeight: 600, lineHeight: 1.2, color: darkBlue, marginBottom: 2 },
  columns: { flexDirection: 'row', gap: 18 },
  row: { flexDirection: 'row', gap: 12, marginBottom: 3 },
  label: { fontSize: 8, color: grey, lineHeight: 1.2 },
  // High enough to be written on by hand.
  written: {
    minHeight: 18,
    paddingTop: 3,
    borderBottomWidth: 0.75,
    borderBottomColor: line,
    fontWeight: 600,
  },
  signed: { minHeight: 22 },
  hint: { fontSize: 8.5, color: grey },
  choice: { flexDirection: 'row', marginVertical: 1.5 },
  box: {
    width: 12,
    height: 12,
    flexShrink: 0,
    marginRight: 6,
    borderWidth: 0.9,
    borderColor: ink,
    alignItems: 'center',
    justifyContent: 'center',
  },
  tick: { fontSize: 9, lineHeight: 1, fontWeight: 600, marginTop: -1.5 },
  or: { fontSize: 8.5, color: grey, marginLeft: 18 },
  scopes: { flexDirection: 'row', flexWrap: 'wrap' },
  scope: { width: '50%', paddingRight: 8 },
  grow: { flex: 1 },
  strong: { fontWeight: 600 },
  open: { minHeight: 56, borderWidth: 0.75, borderColor: line, padding: 5 },
  send: { marginTop: 8, backgroundColor: paleBlue, paddingVertical: 6, paddingHorizontal: 10 },
})

interface FieldProps {
  readonly label: string
  readonly text: string
  readonly share: number
  readonly signed?: boolean
}

/** What is written stands on its line, with what it is under it, as on other forms that are signed. */
function Field({ label, text, share, signed = false }: FieldProps) {
  return (
    <View style={{ flexGrow: share, flexShrink: 1, flexBasis: 0 }}>
      <View style={signed ? [style.written, style.signed] : style.written}>
        <Text>{withKnownLetters(text)}</Text>
      </View>
      <Text style={style.label}>{label}</Text>
    </View>
  )
}

interface RowProps {
  readonly fields: readonly { readonly label: string; readonly text: string }[]
  /** How wide each is beside the others. */
  readonly shares: readonly number[]
  readonly signed?: boolean
}

const Row = ({ fields, shares, signed = false }: RowProps) => (
  <View style={style.row} wrap={false}>
    {fields.map(({ label, text }, at) => (
      <Field key={label} label={label} text={text} share={shares[at] ?? 1} signed={signed} />
    ))}
  </View>
)

interface ChoiceProps {
  readonly label: string
  readonly ticked: boolean
  readonly children?: ReactNode
}

function Choice({ label, ticked, children }: ChoiceProps) {
  return (
    <View style={style.choice} wrap={false}>
      <View style={style.box}>{ticked && <Text style={style.tick}>X</Text>}</View>
      {children ?? <Text style={style.grow}>{label}</Text>}
    </View>
  )
}

const Section = ({ heading, children }: { readonly heading: string; readonly children: ReactNode }) => (
  <View style={style.section}>
    <Text style={style.heading} minPresenceAhead={40}>
      {heading}
    </Text>
    {children}
  </View>
)

function ObjectChoice({ label, ticked, text }: FormContent['object']['each'][number]) {
  if (text === null) return <Choice label={label} ticked={ticked} />
  return (
    <Choice label={label} ticked={ticked}>
      <Text>{label} </Text>
      <View style={[style.grow, { borderBottomWidth: 0.75, borderBottomColor: line }]}>
        <Text style={style.strong}>{withKnownLetters(text)}</Text>
      </View>
    </Choice>
  )
}

/** The form on A4: one page, or more when many are named or much is said. */
export async function renderMandateFormPage(content: FormContent, language: Language): Promise<Buffer> {
  await prepareLetterFonts()
  const { grantor, grantees, scopes, open, object, valid, sign, send } = content
  return renderToBuffer(
    <Document title={content.title} author={sender} creator="Heka Desk" language={language} pdfVersion="1.7">
      <Page size="A4" style={style.page}>
        <View style={style.rule} />
        <Text style={style.sender}>{sender}</Text>
        <Text style={style.title}>{content.title}</Text>
        <Text>{content.lead}</Text>
        <Section heading={grantor.heading}>
          {grantor.rows.map((fields) => (
            <Row key={fields[0]?.label} fields={fields} shares={[3, 1]} />
          ))}
          {grantor.hint !== '' && <Text style={style.hint}>{grantor.hint}</Text>}
        </Section>
        <Section heading={grantees.heading}>
          {grantees.rows.map((fields, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a form never move
            <Row key={at} fields={fields} shares={[2.2, 1, 2.4]} />
          ))}
        </Section>
        <Section heading={scopes.heading}>
          <Choice {...scopes.general}>
            <Text style={style.strong}>{scopes.general.label}</Text>
          </Choice>
          <Text style={style.or}>{scopes.or}</Text>
          <View style={style.scopes}>
            {scopes.each.map((scope) => (
              <View key={scope.label} style={style.scope}>
                <Choice {...scope} />
              </View>
            ))}
          </View>
        </Section>
        <Section heading={open.heading}>
          <View style={style.open}>
            <Text>{withKnownLetters(open.text)}</Text>
          </View>
        </Section>
        <View style={style.columns} wrap={false}>
          <View style={style.grow}>
            <Section heading={object.heading}>
              {object.each.map((each) => (
                <ObjectChoice key={each.label} {...each} />
              ))}
            </Section>
          </View>
          <View style={style.grow}>
            <Section heading={valid.heading}>
              {valid.fields.map((field) => (
                <Row key={field.label} fields={[field]} shares={[1]} />
              ))}
              <Text style={style.hint}>{valid.hint}</Text>
            </Section>
          </View>
        </View>
        <Section heading={sign.heading}>
          {sign.rows.map((fields, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a form never move
            <Row key={at} fields={fields} shares={[1.2, 2, 1.6]} signed />
          ))}
        </Section>
        <View style={style.send} wrap={false}>
          <Text style={style.heading}>{send.heading}</Text>
          {send.texts.map((text) => (
            <Text key={text}>{text}</Text>
          ))}
        </View>
      </Page>
    </Document>,
  )
}
