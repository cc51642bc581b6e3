import type {
  CertificatesOf,
  InstitutionCertificate,
  ListInstitutionCertificates,
} from '../_shared/db/institution-certificates.ts';
import { readPages } from '../_shared/streams/pages.ts';

/** An institution's certificates page by page; each page is refused once the person is no longer its manager. */
export function certificatePages(
  list: ListInstitutionCertificates,
  of: CertificatesOf,
  pageSize: number,
): AsyncGenerator<InstitutionCertificate[]> {
  return readPages<InstitutionCertificate, string | null>(
    (after) => list(of, after, pageSize),
    null,
    (last) => last.id,
  );
}
