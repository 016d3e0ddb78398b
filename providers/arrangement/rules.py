"""What each arrangement may list, and what the product may do by itself for it. The whole of it is the table below.

Sources, as of November 2026, to be confirmed by a lawyer before real use:

- Personal care is a regulated activity: Health and Social Care Act 2008 (Regulated Activities) Regulations 2014,
  SI 2014/2936, Schedule 1, paragraph 1.
- No registration for a carer whom the person engages, working alone wholly under their direction and control:
  paragraph 1(3)(c). Involving an agency can end it.
- Introducing carers is unregulated only with "no ongoing role in the direction or control of the service":
  paragraph 1(3)(b). So for introduced PAs the customer's own backup plan decides who is asked when a visit fails; the
  product never picks a stranger and never sets tasks or rotas.
- Nursing tasks (injections, wounds, catheters, controlled medicines) are an activity of their own, offered by nobody here:
  paragraphs 4 and 5; `seeds/reference/tasks_excluded.csv` names who does them.
- An individual service fund is held by a provider for the person who directs it: Care Act 2014 statutory guidance,
  chapter 12 and annex on ISFs.
- Whether a PA is an employee is a fact, not a label: HMRC Employment Status Manual ESM0500 onwards. The product tells,
  offers payroll support, and never decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Arrangement(StrEnum):
    """How the person who comes is engaged. The ids are those that matching uses."""

    EMPLOYED_PA = "employed_pa"
    SOLE_SELF_EMPLOYED = "sole_self_employed"
    MICRO_ENTERPRISE = "micro_enterprise"
    REGISTERED_AGENCY = "registered_agency"
    ISF_PROVIDER = "isf_provider"
    COMMUNITY = "community"
    SUPPORT_SERVICE = "support_service"


class Basis(StrEnum):
    """Why personal care may lawfully be given by this provider."""

    REGISTERED = "registered"
    EMPLOYED_BY_CUSTOMER = "employed_by_customer"
    SOLE_SELF_EMPLOYED = "sole_self_employed"


class NeedsCqc(StrEnum):
    """When an arrangement must show a registration number of the Care Quality Commission."""

    NEVER = "never"
    FOR_PERSONAL_CARE = "for_personal_care"
    ALWAYS = "always"


class AskedFirst(StrEnum):
    """Who is asked when a visit fails. `BACKUP_PLAN` is the customer's own, agreed beforehand, in their order."""

    BACKUP_PLAN = "backup_plan"
    PROVIDER = "provider"


class BecomesEmployer(StrEnum):
    """Whether booking makes the customer an employer. `PERHAPS`: it turns on the facts, and we say so."""

    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"


class Task(StrEnum):
    """What somebody may want to list, as far as the law tells one from another.

    `EVERYDAY`: company, cooking, cleaning, shopping, gardening, lifts, nights without care, a reminder to take medicine.
    """

    EVERYDAY = "everyday"
    PERSONAL_CARE = "personal_care"
    NURSING = "nursing"
    HOLDING_A_FUND = "holding_a_fund"


class Deed(StrEnum):
    """What a product like this could do with nobody pressing a button."""

    INTRODUCE = "introduce"
    REMIND = "remind"
    OFFER_PAYROLL_HELP = "offer_payroll_help"
    ASK_BACKUP_CONTACTS = "ask_backup_contacts"
    ASK_PROVIDER_FOR_A_SUBSTITUTE = "ask_provider_for_a_substitute"
    SEND_A_STRANGER = "send_a_stranger"
    SET_TASKS_OR_ROTAS = "set_tasks_or_rotas"
    SUPERVISE = "supervise"


NEVER_BY_ITSELF = frozenset({Deed.SEND_A_STRANGER, Deed.SET_TASKS_OR_ROTAS, Deed.SUPERVISE})


@dataclass(frozen=True)
class Terms:
    """One row of the table."""

    personal_care: Basis | None
    needs_cqc: NeedsCqc
    holds_a_fund: bool
    sends_substitute: bool
    asked_first: AskedFirst
    becomes_employer: BecomesEmployer


_PLAN, _OWN = AskedFirst.BACKUP_PLAN, AskedFirst.PROVIDER
_YES, _PERHAPS, _NO = BecomesEmployer.YES, BecomesEmployer.PERHAPS, BecomesEmployer.NO
_FOR_CARE = NeedsCqc.FOR_PERSONAL_CARE

# Everyday tasks: every row. Nursing: none.
# fmt: off
TERMS: Mapping[Arrangement, Terms] = {
    #                                     personal care on what basis  CQC number       fund   substitute  first asked  employer
    Arrangement.EMPLOYED_PA:        Terms(Basis.EMPLOYED_BY_CUSTOMER, NeedsCqc.NEVER,  False, False,      _PLAN,       _YES),
    Arrangement.SOLE_SELF_EMPLOYED: Terms(Basis.SOLE_SELF_EMPLOYED,   NeedsCqc.NEVER,  False, False,      _PLAN,       _PERHAPS),
    Arrangement.MICRO_ENTERPRISE:   Terms(Basis.REGISTERED,           _FOR_CARE,       False, False,      _PLAN,       _NO),
    Arrangement.REGISTERED_AGENCY:  Terms(Basis.REGISTERED,           NeedsCqc.ALWAYS, False, True,       _OWN,        _NO),
    Arrangement.ISF_PROVIDER:       Terms(Basis.REGISTERED,           _FOR_CARE,       True,  True,       _OWN,        _NO),
    Arrangement.COMMUNITY:          Terms(None,                       NeedsCqc.NEVER,  False, False,      _PLAN,       _NO),
    Arrangement.SUPPORT_SERVICE:    Terms(None,                       NeedsCqc.NEVER,  False, False,      _PLAN,       _NO),
}
# fmt: on


def may_list(arrangement: Arrangement, task: Task) -> bool:
    """Whether this arrangement may list this task at all; on what basis and with which number the other rules say."""
    terms = TERMS[arrangement]
    if task is Task.PERSONAL_CARE:
        return terms.personal_care is not None
    return {Task.EVERYDAY: True, Task.NURSING: False, Task.HOLDING_A_FUND: terms.holds_a_fund}[task]


def may_by_itself(arrangement: Arrangement, deed: Deed) -> bool:
    """Whether the product may do this with nobody pressing a button, for a provider engaged this way.

    Directing and controlling are never ours (SI 2014/2936, Schedule 1, paragraph 1(3)(b)), whoever the provider is.
    """
    terms = TERMS[arrangement]
    if deed in NEVER_BY_ITSELF:
        return False
    return {
        Deed.INTRODUCE: True,
        Deed.REMIND: True,
        Deed.OFFER_PAYROLL_HELP: terms.becomes_employer is not _NO,
        Deed.ASK_BACKUP_CONTACTS: True,
        Deed.ASK_PROVIDER_FOR_A_SUBSTITUTE: terms.sends_substitute,
    }[deed]


def personal_care_basis(arrangement: Arrangement) -> Basis | None:
    """The one basis on which this arrangement may list personal care; None means never."""
    return TERMS[arrangement].personal_care


def needs_cqc_number(arrangement: Arrangement, *, personal_care: bool) -> bool:
    """Whether a listing must show a CQC number: always for an agency, else only when staff are sent to give personal care."""
    need = TERMS[arrangement].needs_cqc
    return need is NeedsCqc.ALWAYS or (need is NeedsCqc.FOR_PERSONAL_CARE and personal_care)


def may_send_substitute(arrangement: Arrangement) -> bool:
    """Whether the provider may send another of its own workers, without asking the customer's backup contacts first."""
    return TERMS[arrangement].sends_substitute


def asked_first(arrangement: Arrangement) -> AskedFirst:
    """Who is asked first when a visit fails."""
    return TERMS[arrangement].asked_first


def makes_an_employer(arrangement: Arrangement) -> BecomesEmployer:
    """Whether booking this makes the customer an employer: payroll, payslips, wage, holiday, pension, insurance."""
    return TERMS[arrangement].becomes_employer
