"""Slots that checks know by name. Where a course does not declare one, its checks find nothing."""

NAME_KANA = "company.name_kana"
LEGAL_AS_OF = "legal_as_of"
MANAGER = "people.privacy_manager"
AUDITOR = "people.auditor"
DESK = "desk.consultation"
AFTER_HOURS = "emergency.after_hours"
BY_PHONE = ("emergency.primary", "emergency.deputy", "emergency.system_admin")
EMERGENCY = (*BY_PHONE, AFTER_HOURS)


def is_of_emergency(slot: str) -> bool:
    """Whether people read a slot when something has happened: what it lacks then, nobody can ask for."""
    return slot.startswith("emergency.")
