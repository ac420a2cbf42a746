from tests.journeys.circle import CHANNEL, Circle


async def test_an_operator_gathers_the_ids_for_a_table_of_groups(circle: Circle) -> None:
    await circle.add("Helmi")
    await circle.plays(f"""
        Helmi: /tunnus
        whisper to Helmi: Keskustelun tunnus on {circle.stand.address(CHANNEL)}
        Helmi privately: /tunnus
        whisper to Helmi: Oma tunnuksesi on {circle.people["Helmi"].handle}
        nothing
    """)
