namespace Integrationskonzept.Api.Tests.Rooms;

/// <summary>The arrows between the rooms of a service point one way: docs/decisions/0017.</summary>
public sealed class When_slices_know_each_other
{
    /// <summary>Scheduling's rooms, from the ground up, and the rooms that each may know.</summary>
    static readonly Dictionary<string, string[]> Rooms = new()
    {
        ["Mandates"] = [],
        ["Resources"] = [],
        ["Events"] = ["Resources"],
        ["Attendance"] = ["Mandates", "Resources", "Events"],
        ["Programme"] = ["Mandates", "Resources", "Events", "Attendance"],
        ["Telling"] = ["Events", "Attendance"],
    };

    [Fact]
    public void None_of_Drafting_is_known_by_those_that_it_knows() => HasNoCycle(new(typeof(Drafting.Program)));

    [Fact]
    public void None_of_Participation_is_known_by_those_that_it_knows() => HasNoCycle(new(typeof(Participation.Program)));

    [Fact]
    public void None_of_Publication_is_known_by_those_that_it_knows() => HasNoCycle(new(typeof(Publication.Program)));

    [Fact]
    public void None_of_Scheduling_is_known_by_those_that_it_knows() => HasNoCycle(new(typeof(Scheduling.Program), depth: 2));

    [Fact]
    public void None_of_Identity_is_known_by_those_that_it_knows() => HasNoCycle(new(typeof(Identity.Program)));

    [Fact]
    public void None_of_Rendering_is_known_by_those_that_it_knows() => HasNoCycle(new(typeof(Rendering.RenderingOptions)));

    [Fact]
    public void None_of_Mailing_is_known_by_those_that_it_knows() => HasNoCycle(new(typeof(Mailing.MailOptions)));

    [Fact]
    public void Rooms_of_Scheduling_know_only_what_lies_below_them()
    {
        var rooms = new Slices(typeof(Scheduling.Program));

        var forbidden = rooms.Arrows.Where(arrow => !Rooms[arrow.From].Contains(arrow.To)).Select(rooms.Words).Order().ToList();

        rooms.Arrows.ShouldNotBeEmpty();
        forbidden.ShouldBeEmpty($"These know what lies above them:\n{string.Join('\n', forbidden)}\n");
    }

    [Fact]
    public void Planning_knows_no_database()
    {
        var known = typeof(Planning.Planner).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();

        known.ShouldNotContain(name =>
            name.StartsWith("Microsoft.EntityFrameworkCore") || name.StartsWith("Npgsql") || name.StartsWith("MassTransit")
        );
    }

    static void HasNoCycle(Slices slices)
    {
        var cycles = slices.InCycles().Select(slices.Words).Order().ToList();

        slices.Arrows.ShouldNotBeEmpty();
        cycles.ShouldBeEmpty($"These know each other in a circle; move what is known to where it belongs:\n{string.Join('\n', cycles)}\n");
    }
}
