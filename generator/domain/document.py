"""The official document behind a plan: its identity, letterhead and signature, and the documents it cites."""

from enum import StrEnum
from typing import Annotated

from generator.domain.identifier import Id
from generator.domain.scalar import YesNo
from generator.domain.text import Line, OneOrMore, Text
from generator.domain.value import value
from generator.domain.written import Bodies, Body, IssueDate


class DocumentType(StrEnum):
    """Types of document that plans are or cite (thể loại văn bản)."""

    KE_HOACH = "ke_hoach"
    CHUONG_TRINH = "chuong_trinh"
    NGHI_QUYET = "nghi_quyet"
    CHI_THI = "chi_thi"
    KET_LUAN = "ket_luan"
    QUYET_DINH = "quyet_dinh"
    QUY_DINH = "quy_dinh"
    QUY_CHE = "quy_che"
    DE_AN = "de_an"
    CONG_VAN = "cong_van"
    TO_TRINH = "to_trinh"
    HUONG_DAN = "huong_dan"
    BAO_CAO = "bao_cao"
    THONG_BAO = "thong_bao"
    LUAT = "luat"
    PHAP_LENH = "phap_lenh"
    NGHI_DINH = "nghi_dinh"
    THONG_TU = "thong_tu"


class DocumentBranch(StrEnum):
    """Whose rules of layout a document follows: the Party's or the State's."""

    PARTY = "party"
    STATE = "state"


class DocumentStatus(StrEnum):
    """Whether the document is in force as issued. A draft is said, never derived from a missing number."""

    DRAFT = "draft"
    ISSUED = "issued"
    UNKNOWN = "unknown"


@value
class Signature:
    """The signature block: authority line, title and name, as the document prints them."""

    authority: Line | None = None
    title: Line | None = None
    name: Line | None = None


@value
class Abbreviation:
    """A short form that the document itself defines, e.g. "Đề án 13"."""

    short: Line
    long: Text


@value
class Source:
    """Where the data came from, so that a fact can be traced."""

    file: Line | None = None
    sha256: Line | None = None
    note: Text | None = None


@value
class Identity:
    """The document's identity. A missing number or date stays missing and is shown so."""

    type: DocumentType = DocumentType.KE_HOACH
    number: Line | None = None
    """As written, with a leading zero where the document has one; none where the number is blank or lost."""
    symbol: Line | None = None
    """The symbol without the number in its normal form, e.g. "KH/TU" or "KH-UBND"."""
    as_written: Line | None = None
    """Number and symbol exactly as the document prints them, e.g. "Số: /KH - UBND"."""
    branch: DocumentBranch
    issued: IssueDate | None = None
    issued_note: Text | None = None
    """Why the date is missing or incomplete, and what bounds it."""
    dateline: Line | None = None
    """The place in the line of place and date, e.g. "TP. Lai Châu"."""
    superior: Line | None = None
    """The upper line of the letterhead, as printed."""
    issuer: Body
    letterhead: Line | None = None
    """The issuer's line of the letterhead, as printed."""
    letterhead_inferred: YesNo = False
    """True where the letterhead is lost in the source and was rebuilt from the registry."""
    acting_body: Body | None = None
    """The body in whose name the document acts, where the letterhead names another."""
    signature: Signature | None = None
    end_mark: Line | None = None
    abbreviations: tuple[Abbreviation, ...] = ()
    source: Source | None = None


class InForce(StrEnum):
    """Whether a cited document is known to be in force."""

    IN_FORCE = "in_force"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


@value
class CitedDocument:
    """One cited document of the registry. Its identity is type, number, symbol, issuer and date together.

    The symbol alone is not enough: 25-NQ/TW of 2008 and of 2013 are two documents.
    """

    id: Id
    type: DocumentType
    number: Line | None = None
    symbol: Line | None = None
    as_written: Line | None = None
    """Number and symbol as the plans print them, e.g. "2033 - CV/Th.U"."""
    issuers: Bodies = ()
    issued: IssueDate | None = None
    subject: Text | None = None
    """The subject (trích yếu) as the citing plans give it."""
    implements: Annotated[tuple[Id, ...], OneOrMore] = ()
    in_force: InForce = InForce.UNKNOWN
    superseded_by: Id | None = None
    url: Line | None = None
    note: Text | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """The identity by which two entries are the same document."""
        issuers = tuple(body.agency for body in self.issuers)
        day = self.issued.start if self.issued else None
        return (self.type, self.number, self.symbol, issuers, day)


class Relation(StrEnum):
    """In what way a plan cites a document."""

    IMPLEMENTS = "implements"
    BASED_ON = "based_on"
    FOLLOWS = "follows"
    MENTIONS = "mentions"
    FOOTNOTE = "footnote"


@value
class LegalBasis:
    """A citation: which document, in what relation, and where in the plan it stands."""

    ref: Id
    relation: Relation = Relation.BASED_ON
    at: Text | None = None
    """Where the citation stands, in words ("phần mở đầu", "mục II.2.3")."""
    item: Id | None = None
    """The task, target, section or footnote of this plan that cites it."""
    note: Text | None = None
