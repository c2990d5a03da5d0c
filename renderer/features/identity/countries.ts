/**
 * The states that issue documents: ISO 3166-1 alpha-3, as machine readable zones have it (ICAO 9303 part 3, section 5),
 * each followed by the two letters by which the browser names it. Kosovo's RKS and XK are in use, not in the standard.
 */
const codes = `
AFGAF ALBAL DZADZ ASMAS ANDAD AGOAO AIAAI ATAAQ ATGAG ARGAR ARMAM ABWAW AUSAU AUTAT AZEAZ BHSBS BHRBH
BGDBD BRBBB BLRBY BELBE BLZBZ BENBJ BMUBM BTNBT BOLBO BESBQ BIHBA BWABW BVTBV BRABR IOTIO BRNBN BGRBG
BFABF BDIBI CPVCV KHMKH CMRCM CANCA CYMKY CAFCF TCDTD CHLCL CHNCN CXRCX CCKCC COLCO COMKM CODCD COGCG
COKCK CRICR HRVHR CUBCU CUWCW CYPCY CZECZ CIVCI DNKDK DJIDJ DMADM DOMDO ECUEC EGYEG SLVSV GNQGQ ERIER
ESTEE SWZSZ ETHET FLKFK FROFO FJIFJ FINFI FRAFR GUFGF PYFPF ATFTF GABGA GMBGM GEOGE DEUDE GHAGH GIBGI
GRCGR GRLGL GRDGD GLPGP GUMGU GTMGT GGYGG GINGN GNBGW GUYGY HTIHT HMDHM VATVA HNDHN HKGHK HUNHU ISLIS
INDIN IDNID IRNIR IRQIQ IRLIE IMNIM ISRIL ITAIT JAMJM JPNJP JEYJE JORJO KAZKZ KENKE KIRKI PRKKP KORKR
KWTKW KGZKG LAOLA LVALV LBNLB LSOLS LBRLR LBYLY LIELI LTULT LUXLU MACMO MDGMG MWIMW MYSMY MDVMV MLIML
MLTMT MHLMH MTQMQ MRTMR MUSMU MYTYT MEXMX FSMFM MDAMD MCOMC MNGMN MNEME MSRMS MARMA MOZMZ MMRMM NAMNA
NRUNR NPLNP NLDNL NCLNC NZLNZ NICNI NERNE NGANG NIUNU NFKNF MKDMK MNPMP NORNO OMNOM PAKPK PLWPW PSEPS
PANPA PNGPG PRYPY PERPE PHLPH PCNPN POLPL PRTPT PRIPR QATQA ROURO RUSRU RWARW REURE BLMBL SHNSH KNAKN
LCALC MAFMF SPMPM VCTVC WSMWS SMRSM STPST SAUSA SENSN SRBRS SYCSC SLESL SGPSG SXMSX SVKSK SVNSI SLBSB
SOMSO ZAFZA SGSGS SSDSS ESPES LKALK SDNSD SURSR SJMSJ SWESE CHECH SYRSY TWNTW TJKTJ TZATZ THATH TLSTL
TGOTG TKLTK TONTO TTOTT TUNTN TURTR TKMTM TCATC TUVTV UGAUG UKRUA AREAE GBRGB UMIUM USAUS URYUY UZBUZ
VUTVU VENVE VNMVN VGBVG VIRVI WLFWF ESHEH YEMYE ZMBZM ZWEZW ALAAX RKSXK`

const twoLetters: ReadonlyMap<string, string> = new Map(
  codes
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(0, 3), pair.slice(3)]),
)

export interface Country {
  /** Three letters, as in a machine readable zone. */
  readonly code: string
  readonly name: string
}

/** A country's name in a language ('fi', 'sv', 'en'); null for an issuer that is not a country. */
export function countryName(code: string, language: string): string | null {
  const region = twoLetters.get(code)
  return region === undefined
    ? null
    : (new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(region) ?? null)
}

/** Every country by name in a language, the nearest ones first: those whose documents are seen most at the counter. */
export function countries(language: string): readonly Country[] {
  const nearest = ['FIN', 'SWE', 'EST', 'NOR', 'DNK', 'ISL']
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' })
  const all = [...twoLetters].map(([code, region]) => ({ code, name: names.of(region) ?? code }))
  const byName = new Intl.Collator(language)
  const place = ({ code }: Country) => (nearest.includes(code) ? nearest.indexOf(code) : nearest.length)
  return all.sort((a, b) => place(a) - place(b) || byName.compare(a.name, b.name))
}
