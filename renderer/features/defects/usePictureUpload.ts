import { client } from '../../app/client'
import { type SendFile, useFileUpload } from '../../components/useFileUpload'
import { chunksOf } from '../register/chunks'
import { type Answered, useDefectChanged } from './useDefectChanged'

const sendTo =
  (id: string): SendFile<Answered> =>
  async (file, signal, onSent) => {
    // The desk looks at the size before anything is sent.
    const { uploadId } = await client.defects.startPicture({ name: file.name, bytes: file.size }, { signal })
    for await (const { offset, length, base64 } of chunksOf(file)) {
      await client.defects.pictureChunk({ uploadId, offset, base64 }, { signal })
      onSent(offset + length)
    }
    return client.defects.attachPicture({ id, uploadId }, { signal })
  }

/** Attaches pictures to a defect, one after another, in chunks. */
export function usePictureUpload(id: string, onAttached: (name: string) => void) {
  const changed = useDefectChanged()
  return useFileUpload(sendTo(id), (answered, name) => {
    changed(answered)
    onAttached(name)
  })
}
