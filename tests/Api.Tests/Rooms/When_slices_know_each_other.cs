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

    /// <summary>Cycles that are there all the same; each with its reason.</summary>
    static readonly (string From, string To)[] Known = [];

    [Theory]
    [InlineData(typeof(Drafting.Program))]
    [InlineData(typeof(Identity.Program))]
    [InlineData(typeof(Participation.Program))]
    [InlineData(typeof(Publication.Program))]
    [InlineData(typeof(Scheduling.Program))]
    public void None_is_known_by_those_that_it_knows(Type service)
    {
        var slices = new Slices(service);

        var cycles = slices.InCycles(Known).Select(slices.Words).Order().ToList();

        slices.Arrows.ShouldNotBeEmpty();
        cycles.ShouldBeEmpty($"Slices of {service.Namespace} know each other in a circle. Move what is known to where it belongs:\n{string.Join('\n', cycles)}\n");
    }

    [Fact]
    public void Rooms_of_Scheduling_know_only_what_lies_below_them()
    {
        var slices = new Slices(typeof(Scheduling.Program));

        var forbidden = slices.Arrows.Where(arrow => Room(arrow.From) is var from && Room(arrow.To) is var to && from != to && !Rooms[from].Contains(to))
            .Select(slices.Words).Order().ToList();

        forbidden.ShouldBeEmpty($"These know what lies above them:\n{string.Join('\n', forbidden)}\n");
    }

    [Fact]
    public void Planning_knows_no_database()
    {
        var known = typeof(Planning.Planner).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();

        known.ShouldNotContain(name => name.StartsWith("Microsoft.EntityFrameworkCore") || name.StartsWith("Npgsql") || name.StartsWith("MassTransit"));
    }

    static string Room(string slice) => slice.Split('.')[0];
}
