"""What stands around every page for whoever asks: their name, their role, their other roles, the form token."""

from market.core.actor import Role
from market.people.queries import names_behind
from market.people.tables import RoleGrant
from market.web.ask import Ask
from market.web.cookies import FLASH
from market.web.templating import Flash, Frame, RoleChoice

ROLE_WORDS: dict[Role, str] = {
    Role.CUSTOMER_DIRECT_PAYMENT: "Yourself",
    Role.CUSTOMER_SELF_FUNDER: "Yourself",
    Role.CUSTOMER_ISF: "Yourself",
    Role.SUPPORTER: "Supporter",
    Role.ATTORNEY: "Attorney or deputy",
    Role.BACKUP_CONTACT: "Backup contact",
    Role.BROKER: "Broker",
    Role.PA: "PA",
    Role.MICRO_ENTERPRISE: "Small business",
    Role.AGENCY: "Agency",
    Role.COMMUNITY_GROUP: "Community group",
    Role.ISF_PROVIDER: "ISF provider",
    Role.ACCREDITATION_OFFICER: "Accreditation officer",
    Role.SIGNOFF_OFFICER: "Sign-off officer",
    Role.DIRECT_PAYMENTS_OFFICER: "Direct payments officer",
    Role.OUT_OF_HOURS: "Out-of-hours desk",
    Role.COMMISSIONER: "Commissioner",
}


def grant_words(grant: RoleGrant, names: dict[str, str]) -> str:
    """A role as its holder reads it: "Supporter of Arthur Westcott", "Broker, Devon demo council"."""
    words = ROLE_WORDS[grant.role]
    if grant.role.is_customer:
        return words
    if grant.person_id in names:
        return f"{words} of {names[grant.person_id]}"
    if grant.authority_id in names:
        return f"{words}, {names[grant.authority_id]}"
    return words


def role_choices(ask: Ask) -> tuple[RoleChoice, ...]:
    """The roles of whoever is signed in, the present one marked."""
    if ask.here is None or ask.here.grant is None:
        return ()
    names = names_behind(ask.session, ask.here.grants)
    present = ask.here.grant.id
    return tuple(RoleChoice(g.id, grant_words(g, names), g.id == present) for g in ask.here.grants)


def form_token(ask: Ask) -> str:
    """The CSRF token for this session, or for this visitor's browser."""
    return ask.signer.csrf_token(bound_to(ask))


def bound_to(ask: Ask) -> str:
    """What a form token is bound to. A session's own id stays when its secret changes, so open tabs go on working."""
    return ask.here.signed.id if ask.here else ask.jar.visitor()


def frame_for(ask: Ask) -> Frame:
    """The frame of this request's page."""
    nonce: str = ask.request.state.csp_nonce
    if ask.here is None:
        return Frame(
            csrf_token=form_token(ask),
            csp_nonce=nonce,
            flash=_flash(ask),
            is_demo=ask.settings.demo,
            pretend_money=ask.settings.money_is_pretend,
        )
    choices = role_choices(ask)
    present = next((choice.words for choice in choices if choice.is_present), "")
    return Frame(
        name=ask.here.account.name,
        role=ask.here.grant.role if ask.here.grant else None,
        role_words=present,
        roles=choices,
        csrf_token=form_token(ask),
        csp_nonce=nonce,
        flash=_flash(ask),
        is_demo=ask.settings.demo,
        pretend_money=ask.settings.money_is_pretend,
    )


def _flash(ask: Ask) -> Flash | None:
    kept = ask.signer.read("flash", ask.jar.get(FLASH)) if ask.jar.get(FLASH) else None
    if isinstance(kept, list) and len(kept) == 2:
        return Flash(str(kept[0]), str(kept[1]))
    return None
