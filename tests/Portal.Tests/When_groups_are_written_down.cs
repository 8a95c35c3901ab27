using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.Portal.Pages.Groups;

namespace Integrationskonzept.Portal.Tests;

public sealed class When_groups_are_written_down
{
    [Fact]
    public void What_was_read_is_written_again_and_nothing_else()
    {
        var form = GroupsForm.Of(
            new()
            {
                Version = 3,
                Groups =
                [
                    new() { Group = StakeholderGroup.Politics, Title = "Politik" },
                    new()
                    {
                        Group = StakeholderGroup.CivilSociety,
                        Title = "Vereine",
                        Name = new() { De = "Vereine" },
                        Description = new() { De = "Wer sich einsetzt.", En = "Who volunteers." },
                        TargetPercent = 25,
                    },
                ],
            }
        );

        var written = form.ToGroups().Groups!;

        form.Version.ShouldBe(3);
        var politics = written[0];
        (politics.Group, politics.Name, politics.Description, politics.TargetPercent).ShouldBe(
            (StakeholderGroup.Politics, null, null, null),
            "what everybody calls it is no name of its own"
        );
        var civil = written[1];
        (civil.Name!.De, civil.Name.En, civil.Description!.En, civil.TargetPercent).ShouldBe(("Vereine", null, "Who volunteers.", 25));
    }

    [Fact]
    public void A_share_that_is_no_number_is_told_at_its_field()
    {
        var form = new GroupsForm { Groups = [new(), new() { Target = "ein Viertel" }] };
        Should.Throw<Unreadable>(form.ToGroups).Api.ShouldBe("groups[1].targetPercent");
    }

    [Fact]
    public void An_English_name_alone_is_not_dropped()
    {
        var form = new GroupsForm { Groups = [new() { NameEn = "Clubs" }] };
        var name = form.ToGroups().Groups![0].Name!;
        (name.De, name.En).ShouldBe(("", "Clubs"));
    }
}
