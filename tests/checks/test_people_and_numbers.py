"""Duties that must not be one person's, and numbers that must be there and not the same."""

import pytest

from tests.checks.material import OWNERS, findings, subject, told


def found(company: str, *codes: str) -> list[str]:
    return told(findings(subject(company), None), *codes)


def people(manager: str, auditor: str) -> list[str]:
    company = (
        f"people:\n  privacy_manager: {{ role: {manager}, note: 案内 }}\n  auditor: {{ role: {auditor}, note: 案内 }}\n"
    )
    return found(company, "auditor-is-manager")


@pytest.mark.parametrize(
    ("manager", "auditor"),
    [
        ("管理部長", "管理部長"),
        ("管理部長", "管理　部長"),
        ("個人情報保護管理者（総務部長）", "個人情報保護監査責任者（総務部長）"),
        ("個人情報保護管理者（総務部長）", "個人情報保護監査責任者(総務部長)"),
        ("個人情報保護管理者（総務部長）", "総務部長"),
    ],
)
def test_an_auditor_who_is_the_manager_is_told(manager: str, auditor: str) -> None:
    (line,) = people(manager, auditor)
    assert line.startswith(f"7 {OWNERS['people.auditor']}: the auditor (")


def test_two_people_are_fine() -> None:
    assert people("個人情報保護管理者（総務部長）", "個人情報保護監査責任者（監査室長）") == []
    assert found("people: { auditor: { role: 監査, note: 案内 } }", "auditor-is-manager") == []


def test_the_desk_can_be_reached_in_two_ways() -> None:
    assert found("desk: { consultation: { role: 窓口, phone: 03-1234-5678, mail: a@b.jp } }", "desk-incomplete") == []
    assert len(found("desk: { consultation: { role: 窓口, phone: 03-1234-5678 } }", "desk-incomplete")) == 1
    assert len(found("desk: { consultation: { role: 窓口, mail: a@b.jp } }", "desk-incomplete")) == 1


def emergency(**contacts: str) -> str:
    return "emergency:\n" + "".join(f"  {key}: {{ role: 係, {value} }}\n" for key, value in contacts.items())


def test_an_emergency_contact_has_a_number() -> None:
    assert found(emergency(primary="phone: 03-1234-5678"), "emergency-phone") == []
    (line,) = found(emergency(primary="mail: a@b.jp"), "emergency-phone")
    assert line == f"6 {OWNERS['emergency.primary']}: the emergency contact emergency.primary needs a telephone number"


def test_outside_working_hours_an_instruction_will_do() -> None:
    assert found(emergency(after_hours="note: 留守番電話に残す。"), "emergency-phone") == []
    assert len(found(emergency(after_hours="mail: a@b.jp"), "emergency-phone")) == 1
    assert len(found(emergency(deputy="note: 留守番電話に残す。"), "emergency-phone")) == 1


@pytest.mark.parametrize("same", ["0312345678", "03(1234)5678", "０３－１２３４－５６７８", "+81-3-1234-5678"])
def test_the_same_number_twice_in_an_emergency_is_told_however_it_is_written(same: str) -> None:
    company = emergency(primary="phone: 03-1234-5678", deputy=f'phone: "{same}"')
    (line,) = found(company, "emergency-same-number")
    assert f"{OWNERS['emergency.deputy']}: emergency.deputy has the number of emergency.primary" in line


def test_extensions_tell_two_desks_of_one_number_apart() -> None:
    company = emergency(primary="phone: 03-1234-5678（内線1）", deputy="phone: 03-1234-5678（内線2）")
    assert found(company, "emergency-same-number", "contact-same-number") == []


def test_a_desk_with_two_duties_is_only_mentioned() -> None:
    company = (
        "people: { privacy_manager: { role: 管理者, phone: 03-1234-5678 } }\n"
        "desk: { consultation: { role: 窓口, phone: 03-1234-5678, mail: a@b.jp } }\n"
    )
    assert found(company, "emergency-same-number") == []
    (line,) = found(company, "contact-same-number")
    assert line.endswith("desk.consultation has the number of people.privacy_manager: 03-1234-5678")


def test_an_extension_and_its_outside_line_are_one_line() -> None:
    company = emergency(primary="phone: 03-3456-7893（内線12）", deputy="phone: 03-3456-7893")
    (line,) = found(company, "emergency-same-line")
    assert line.startswith(f"7 {OWNERS['emergency.deputy']}: emergency.deputy (03-3456-7893) rings on the same")
    other = emergency(primary="phone: 03-3456-7893（内線12）", deputy="phone: 03-3456-7894")
    assert found(other, "emergency-same-line") == []
    inside = emergency(primary="phone: 内線12", deputy="phone: 内線13")
    assert found(inside, "emergency-same-line") == []


@pytest.mark.parametrize(("number", "whose"), [("110", "the police"), ("１１９", "the fire brigade")])
def test_the_authorities_are_no_contact_of_the_company(number: str, whose: str) -> None:
    (line,) = found(emergency(after_hours=f'phone: "{number}"'), "contact-public-number")
    assert f"is the number of {whose}, not of the company" in line
    assert found(emergency(after_hours="phone: 03-1234-0110"), "contact-public-number") == []


def test_an_extension_alone_cannot_be_called_from_outside() -> None:
    company = (
        "emergency: { primary: { role: 受付, phone: 内線2203 }, deputy: { role: 副, phone: 03-5834-2678（内線2204） } }"
    )
    owner = OWNERS["emergency.primary"]
    assert told(findings(subject(company), None), "contact-inside-only") == [
        f"5 {owner}: 内線2203 of 枠11 (emergency.primary) cannot be called from outside"
    ]


def test_a_number_without_hyphens_among_others_is_told() -> None:
    company = "emergency: { primary: { role: 受付, phone: 03-5834-2678 }, deputy: { role: 副, phone: '0358342679' } }"
    (line,) = told(findings(subject(company), None), "contact-number-form")
    assert line.endswith("0358342679 has no hyphens, and others have, such as 03-5834-2678")
    alike = company.replace("03-5834-2678", "'0358342678'")
    assert told(findings(subject(alike), None), "contact-number-form") == []
